import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stampArchive } from '../../reports/workbook-time.ts';

const MOMENT = new Date('2000-01-01T00:00:00Z');
let archive: Buffer;

beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('one').getCell('A1').value = 'text';
  archive = stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), MOMENT);
});

describe('the time of an archive', () => {
  /** Day and time of the first entry: local header at the start. */
  const firstEntry = (file: Buffer) => [file.readUInt16LE(12), file.readUInt16LE(10)];

  it('is the moment given, in every entry', () => {
    const stamped = stampArchive(archive, new Date('2020-11-30T12:34:56Z'));
    expect(firstEntry(stamped)).toEqual([(40 << 9) | (11 << 5) | 30, (12 << 11) | (34 << 5) | 28]);
    expect(firstEntry(archive)).toEqual([(20 << 9) | (1 << 5) | 1, 0]);
  });

  it('before 1980 is 1980, after 2107 is 2107', () => {
    expect(firstEntry(stampArchive(archive, new Date(0)))).toEqual([(1 << 5) | 1, 0]);
    expect(firstEntry(stampArchive(archive, new Date('2500-01-01T00:00:00Z')))).toEqual([(127 << 9) | (1 << 5) | 1, 0]);
  });

  it('leaves what it was given untouched, and refuses what is no archive', () => {
    const before = Buffer.from(archive);
    stampArchive(archive, new Date());
    expect(Buffer.compare(before, archive)).toBe(0);
    expect(() => stampArchive(Buffer.from('PK, but no archive'), MOMENT)).toThrow('zip');
    expect(() => stampArchive(archive.subarray(100), MOMENT)).toThrow();
  });
});
