/**
 * The field lists of 公共资源交易平台系统数据规范 V2.0, the backbone of the canonical model: wire name, Chinese name,
 * type, length, mandatory flag and disclosure scope. Data, not code: `dataset-fields.json` can be replaced by an
 * operator who holds a newer edition.
 */
import data from './dataset-fields.json' with { type: 'json' };

export interface NationalField {
  readonly dataSet: string;
  readonly name: string;
  readonly label: string;
  /** Characters, for text of limited length. */
  readonly maxLength: number | null;
  readonly mandatory: boolean;
  readonly disclosure: 'public' | 'gov';
  /** Code table or standard the specification refers to. */
  readonly domain: string;
}

type Row = readonly [string, string, number | null, string, string, string];

const TABLES = data as unknown as Readonly<Record<string, Readonly<Record<string, Row>>>>;

/** @param path data-set number and wire name, `550.PURCHASE_PROJECT_CODE`. Throws when the specification has no such field. */
export function getNationalField(path: string): NationalField {
  const [dataSet = '', name = ''] = path.split('.');
  const row = TABLES[dataSet]?.[name];
  if (!row) throw new Error(`the national specification has no field ${path}`);
  const [label, , maxLength, mandatory, disclosure, domain] = row;
  return {
    dataSet,
    name,
    label,
    maxLength,
    mandatory: mandatory === 'M',
    disclosure: disclosure === 'public' ? 'public' : 'gov',
    domain,
  };
}

export function hasDataSet(dataSet: string): boolean {
  return dataSet in TABLES;
}
