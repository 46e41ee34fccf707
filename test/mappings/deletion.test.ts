import { describe, expect, it } from 'vitest';
import { defineStream } from '../../connectors/stream.ts';
import { MappingRunner } from '../../mappings/apply.ts';
import { ExistenceReader } from '../../mappings/deletion.ts';
import { defineMapping, type FieldRule } from '../../mappings/mapping.ts';
import { projects } from '../../mappings/procurement/projects.ts';
import { sendingChanges } from '../setup/last-counts.ts';

const COLUMNS = ['BH', 'MC', 'BZ', 'KL', 'CZBZ', 'GXSJ'] as const;
const MAY_BE_BARE = defineStream({
  name: 'S',
  label: '数据',
  version: 1,
  columns: {
    BH: { type: 'C20', label: '编号' },
    MC: { type: 'C50', label: '名称' },
    BZ: { type: 'C50', label: '备注', ignore: 'spare' },
    KL: { type: 'C50', label: '口令', ignore: 'credential' },
    CZBZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    GXSJ: { type: 'C19', label: '更新时间' },
  },
  key: ['BH'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'], mayBeBare: true }],
});
const NEVER_BARE = { ...MAY_BE_BARE, deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'] }] } as const;
const STRUCK = { ...MAY_BE_BARE, deletion: [{ by: 'strike' }] } as const;

type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

const existence = (stream: typeof MAY_BE_BARE | typeof NEVER_BARE | typeof STRUCK, cells: Cells, struck = {}) => {
  const reader = new ExistenceReader(stream, (column) => COLUMNS.findIndex((name) => name === column));
  return reader.read({ values: COLUMNS.map((name) => cells[name] ?? null), row: 1, ...struck });
};

describe('ExistenceReader', () => {
  it.each<[what: string, cells: Cells, existence: string]>([
    ['no flag', { BH: '1' }, 'live'],
    ['another flag', { BH: '1', CZBZ: 'U' }, 'live'],
    ['the flag and values', { BH: '1', MC: '甲', CZBZ: 'D' }, 'deleted'],
    ['the flag and the key', { BH: '1', CZBZ: ' D ' }, 'bare'],
    ['the flag, the key and the time', { BH: '1', CZBZ: 'D', GXSJ: '2020-12-01 00:00:00' }, 'bare'],
    ['the flag and blanks', { BH: '1', CZBZ: 'D', MC: ' ' }, 'bare'],
    ['a value nobody takes', { BH: '1', CZBZ: 'D', BZ: 'x', KL: 'y' }, 'bare'],
  ])('%s', (_, cells, expected) => {
    expect(existence(MAY_BE_BARE, cells)).toBe(expected);
    expect(existence(NEVER_BARE, cells)).toBe(expected === 'bare' ? 'deleted' : expected);
  });

  it('takes the word of the reader for a record that is struck through', () => {
    expect(existence(STRUCK, { BH: '1' })).toBe('live');
    expect(existence(STRUCK, { BH: '1' }, { deleted: true })).toBe('deleted');
  });
});

/** A field that finds fault with an empty column. */
const NAME: FieldRule = {
  columns: ['XMMC'],
  reading: { zh: '名称', en: 'name' },
  compile: () => (_, issues) => {
    issues.add('code_unknown', 'XMMC', null);
    return null;
  },
};

describe('a mapping of a bare deletion', () => {
  const demanding = defineMapping({
    ...projects,
    parts: projects.parts.map((part) => ({ ...part, onlyWith: [], fields: { ...part.fields, name: NAME } })),
  });
  const mapping = { ...demanding, stream: sendingChanges(projects.stream) };
  const map = (cells: Readonly<Record<string, string>>, of = mapping) => {
    const runner = new MappingRunner(of);
    return runner.map({ values: runner.columns.map((name) => cells[name] ?? null), row: 1 }, 'here:1');
  };

  it('gives the record itself and finds nothing wrong', () => {
    const { sourceKey, deleted, bare, rows, issues } = map({ XMID: '7', IS_DEL: '1' });
    expect({ sourceKey, deleted, bare }).toEqual({ sourceKey: '7', deleted: true, bare: true });
    expect(rows.map(({ part }) => part)).toEqual([0]);
    expect(rows[0]?.values.every((value) => value === null)).toBe(true);
    expect(issues.all).toEqual([]);
  });

  it('where a deletion never is bare says what is missing', () => {
    const { bare, issues } = map({ XMID: '7', IS_DEL: '1' }, demanding);
    expect(bare).toBe(false);
    expect(issues.all.map(({ rule }) => rule)).toContain('code_unknown');
  });

  it('still needs its key', () => {
    const { rows, issues } = map({ IS_DEL: '1' });
    expect(rows).toEqual([]);
    expect(issues.all.map(({ rule }) => rule)).toEqual(['key_missing']);
  });
});
