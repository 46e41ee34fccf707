/** Bytes of a COPY … TO STDOUT, as they come: no faster than they are taken, and never waiting for ever. */
import { to as copyTo } from 'pg-copy-streams';
import { CancelledError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { withinSilence } from '../database/silence.ts';
import type { Snapshot } from './snapshot.ts';

export interface CopyOutRequest {
  readonly snapshot: Snapshot;
  readonly sql: string;
  /** Longest wait for the server; the time we take between two waits does not count. */
  readonly silenceSeconds: number;
  readonly stream: string;
  readonly signal?: AbortSignal | undefined;
}

/** Leaving the loop, an abort and a fault all stop the query on the server and close the connection. */
export async function* readCopyOut(request: CopyOutRequest): AsyncGenerator<Buffer, void, undefined> {
  const { snapshot, sql, signal, stream } = request;
  throwIfCancelled(signal, stream);
  const session = await snapshot.lend();
  // A long reading is no fault, nor is one that waits for us; silence is measured below.
  await session.ask('set statement_timeout = 0');
  const bytes = session.client.query(copyTo(sql));
  // The loop below reports faults; one that comes when nobody waits any more is of no interest.
  bytes.on('error', () => undefined);
  const abort = (): void => void bytes.destroy(new CancelledError(`${stream}：读取已取消`, { stream }));
  signal?.addEventListener('abort', abort, { once: true });
  let finished = false;
  try {
    throwIfCancelled(signal, stream);
    const source: AsyncIterable<Buffer> = bytes;
    yield* withinSilence(source, { seconds: request.silenceSeconds, stop: (reason) => void bytes.destroy(reason) });
    finished = true;
  } finally {
    signal?.removeEventListener('abort', abort);
    await (finished ? session.end() : snapshot.cancel(session));
  }
}
