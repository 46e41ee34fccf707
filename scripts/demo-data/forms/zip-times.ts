/** Sets every time stamp inside a zip file to one moment, so that the same content gives the same bytes. */
import { readFile, writeFile } from 'node:fs/promises';

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2020-11-30 00:00 in DOS form. */
const DOS_DATE = ((2020 - 1980) << 9) | (11 << 5) | 30;

function endRecord(zip: Buffer): number {
  for (let offset = zip.length - 22; offset >= 0; offset -= 1) if (zip.readUInt32LE(offset) === END) return offset;
  throw new Error('no end record: not a zip file');
}

export async function freezeZipTimes(path: string): Promise<void> {
  const zip = await readFile(path);
  const end = endRecord(zip);
  let offset = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (zip.readUInt32LE(offset) !== CENTRAL) throw new Error('central directory is broken');
    zip.writeUInt16LE(0, offset + 12);
    zip.writeUInt16LE(DOS_DATE, offset + 14);
    const local = zip.readUInt32LE(offset + 42);
    zip.writeUInt16LE(0, local + 10);
    zip.writeUInt16LE(DOS_DATE, local + 12);
    offset += 46 + zip.readUInt16LE(offset + 28) + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
  await writeFile(path, zip);
}
