/** A zip archive carries the minute it was packed: fixed, equal content is an equal file. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Date and time as MS-DOS has them, in UTC; no year before 1980 or after 2107 can be said. */
function toDos(moment: Date): { readonly time: number; readonly date: number } {
  const year = Math.min(Math.max(moment.getUTCFullYear() - 1980, 0), 127);
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: (year << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

/** @returns a copy in which every entry was packed at the given moment. Throws on what is no zip archive. */
export function stampArchive(archive: Uint8Array, moment: Date): Buffer {
  const copy = Buffer.from(archive);
  const { time, date } = toDos(moment);
  const end = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || copy.readUInt32LE(end) !== END) throw new Error('not a zip archive');
  let at = copy.readUInt32LE(end + 16);
  for (let left = copy.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (copy.readUInt32LE(at) !== ENTRY) throw new Error('not a zip archive');
    copy.writeUInt16LE(time, at + 12);
    copy.writeUInt16LE(date, at + 14);
    const local = copy.readUInt32LE(at + 42);
    copy.writeUInt16LE(time, local + 10);
    copy.writeUInt16LE(date, local + 12);
    at += 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  return copy;
}
