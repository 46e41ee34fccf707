/** Reading a file front to back with faults in plain words and the handle freed whatever happens. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileFault } from './file-fault.ts';

const CHUNK_BYTES = 64 * 1024;

/** `name` stands in messages. Each chunk is a buffer of its own. */
export async function* readBytes(path: string, name: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    await using file = await open(path);
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (thrown) {
    throw fileFault({ name, thrown });
  }
}

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

export async function digestFile(path: string, name: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of readBytes(path, name)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
