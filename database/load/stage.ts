/** Appends chunks to the staging tables: rows, ledger entry and sums in one transaction. */
import type { Client } from '../connection.ts';
import { copyIsolating, type EncodedChunk } from './isolate.ts';

export interface StagedChunk {
  readonly chunkNo: number;
  readonly from: number;
  readonly to: number;
  readonly cursor: string;
  /** One hash for what its records hold; null where that does not say everything. */
  readonly digest: string | null;
  readonly encoded: EncodedChunk;
  /** Canonical rows among them. */
  readonly canonical: number;
  readonly amounts: readonly { readonly entity: string; readonly field: string; readonly amount: string }[];
}

async function writeLedger(client: Client, runId: string, stream: string, chunk: StagedChunk): Promise<void> {
  const read = chunk.to - chunk.from + 1;
  await client.query(
    `insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to, cursor, read, canonical, digest)
     values ($1, $2, 'stage', $3, $4, $5, $6, $7, $8, $9)`,
    [runId, stream, chunk.chunkNo, chunk.from, chunk.to, chunk.cursor, read, chunk.canonical, chunk.digest],
  );
  for (const { entity, field, amount } of chunk.amounts) {
    await client.query('insert into ops.chunk_amounts values ($1, $2, $3, $4, $5, $6)', [
      runId,
      stream,
      chunk.chunkNo,
      entity,
      field,
      amount,
    ]);
  }
  await client.query('update ops.stream_runs set read = read + $3 where run_id = $1 and stream = $2', [
    runId,
    stream,
    read,
  ]);
}

/** In the transaction at hand. */
export async function writeChunk(client: Client, runId: string, stream: string, chunk: StagedChunk): Promise<void> {
  // A server crash empties unlogged tables anyway: waiting for the disk after each chunk would buy nothing.
  await client.query('set local synchronous_commit = off');
  await copyIsolating(client, chunk.encoded);
  await writeLedger(client, runId, stream, chunk);
}
