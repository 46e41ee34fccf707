/**
 * Zip archives whose size is distrusted: an entry that unpacks beyond what is declared, beyond a sane ratio or beyond an
 * absolute cap is refused while it streams, before it fills memory or disk. Names are never used as paths.
 */
import { pipeline } from 'node:stream';
import { createInflateRaw, crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { damaged, refused, zipFault } from './zip-fault.ts';

export interface ZipLimits {
  /** Unpacked to packed size at the most, for entries beyond `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Unpacked size of one entry at the most. */
  readonly entryBytes: number;
}

const MIB = 1024 * 1024;
export const ZIP_LIMITS: ZipLimits = { ratio: 200, ratioFromBytes: MIB, entryBytes: 4096 * MIB };

const STORED = 0;
const DEFLATED = 8;
const INFLATE_CHUNK = 32 * 1024;
const UTF8_FLAG = 0x800;

export interface ZipOptions {
  /** Stands in messages. */
  readonly name: string;
  readonly limits?: ZipLimits;
}

export class ZipArchive {
  private readonly file: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly name: string;
  private readonly limits: ZipLimits;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, { name, limits }: ZipOptions) {
    this.file = file;
    this.entries = entries;
    this.name = name;
    this.limits = limits ?? ZIP_LIMITS;
  }

  static async open(path: string, options: ZipOptions): Promise<ZipArchive> {
    let file: ZipFile | undefined;
    try {
      // Names stay bytes here: yauzl would refuse a whole archive for one odd name that is never used as a path.
      file = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
      return new ZipArchive(file, await readDirectory(file), options);
    } catch (thrown) {
      file?.close();
      throw zipFault(options.name, thrown);
    }
  }

  /** Entry names as stored, with forward slashes and without a leading one. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(normalise(name));
  }

  /** Unpacked bytes of an entry in chunks; refuses what the archive may not contain. */
  async *read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.entries.get(normalise(name));
    if (!entry) throw damaged(this.name, `缺少部件 ${name}`, `part ${name} is missing`);
    this.refuse(entry, name);
    try {
      yield* this.unpack(entry, name);
    } catch (thrown) {
      throw zipFault(this.name, thrown);
    }
  }

  close(): void {
    this.file.close();
  }

  private refuse(entry: Entry, name: string): void {
    const known = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED;
    if (entry.isEncrypted()) throw refused(this.name, `部件 ${name} 已加密`, `part ${name} is encrypted`);
    if (!known) throw refused(this.name, `部件 ${name} 的压缩方式不支持`, `part ${name}: unknown compression`);
    this.refuseSize(entry, { name, unpacked: entry.uncompressedSize });
  }

  private refuseSize(entry: Entry, { name, unpacked }: { name: string; unpacked: number }): void {
    const { ratio, ratioFromBytes, entryBytes } = this.limits;
    const bomb = unpacked > ratioFromBytes && unpacked > entry.compressedSize * ratio;
    if (bomb || unpacked > entryBytes) {
      throw refused(this.name, `部件 ${name} 解压后过大`, `part ${name} unpacks to too much`);
    }
  }

  private async *unpack(entry: Entry, name: string): AsyncGenerator<Buffer, void, undefined> {
    const raw = await this.file.openReadStreamPromise(entry, { decodeFileData: false });
    const inflate = createInflateRaw({ chunkSize: INFLATE_CHUNK });
    // `pipeline` passes faults and destruction both ways; the loop below sees them as they come.
    const stream = entry.compressionMethod === DEFLATED ? pipeline(raw, inflate, ignoreEnd) : raw;
    let unpacked = 0;
    let checksum = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        checksum = crc32(chunk, checksum);
        this.refuseSize(entry, { name, unpacked });
        yield chunk;
      }
    } finally {
      raw.destroy();
      inflate.destroy();
    }
    if (checksum !== entry.crc32)
      throw damaged(this.name, `部件 ${name} 校验和不符`, `part ${name} fails its checksum`);
  }
}

async function readDirectory(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    const utf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
    const name = (entry.fileName as unknown as Buffer).toString(utf8 ? 'utf8' : 'latin1');
    entries.set(normalise(name), entry);
  }
  return entries;
}

function normalise(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function ignoreEnd(): void {}
