/**
 * Strict streaming decoding of text files, GB18030 above all. The bytes are cut at line feeds and decoded before anything
 * else looks at them; a line with bytes that are not of the encoding is located and flagged, and reading goes on.
 */
import { createHash, type Hash } from 'node:crypto';
import { BlockCutter, type TextBlock } from './block-cutter.ts';
import type { Encoding } from './encoding.ts';

/** Filled while the file streams past; complete when the last block was taken. */
export interface Digest {
  bytes: number;
  sha256: string;
}

export interface DecodeOptions {
  /** What the file is in unless a byte order mark says otherwise. */
  readonly encoding: Encoding;
  readonly digest?: Digest;
}

/** Yields the decoded text in blocks of whole lines. Memory: one block, or one line where lines are longer. */
export async function* readText(
  source: AsyncIterable<Uint8Array>,
  { encoding, digest }: DecodeOptions,
): AsyncGenerator<TextBlock, void, undefined> {
  const cutter = new BlockCutter(encoding);
  const hash = digest && createHash('sha256');
  for await (const chunk of source) {
    measure(chunk, digest, hash);
    const block = cutter.add(chunk);
    if (block !== undefined) yield block;
  }
  if (digest && hash) digest.sha256 = hash.digest('hex');
  const rest = cutter.finish();
  if (rest !== undefined) yield rest;
}

function measure(chunk: Uint8Array, digest: Digest | undefined, hash: Hash | undefined): void {
  hash?.update(chunk);
  if (digest) digest.bytes += chunk.length;
}
