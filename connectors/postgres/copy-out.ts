/** Bytes of a COPY … TO STDOUT, as they come: no faster than they are taken, and never waiting for ever. */
import type { Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import { CancelledError } from '../../core/errors.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { SilenceError } from './session.ts';
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
    yield* withinSilence(bytes, request.silenceSeconds);
    finished = true;
  } finally {
    signal?.removeEventListener('abort', abort);
    await (finished ? session.end() : snapshot.cancel(session));
  }
}

async function* withinSilence(bytes: Readable, seconds: number): AsyncGenerator<Buffer, void, undefined> {
  const wait = (): NodeJS.Timeout =>
    setTimeout(() => void bytes.destroy(new SilenceError(`silent for ${seconds} s`)), seconds * 1000);
  let timer = wait();
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      yield chunk;
      timer = wait();
    }
  } finally {
    clearTimeout(timer);
  }
}
