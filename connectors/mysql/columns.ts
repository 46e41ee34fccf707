/** A column as the catalog shows it, and in which form its values travel. Source: MySQL manual, chapter Data Types. */
import type { StoredEncoding } from '../database/stored-text.ts';
import type { ColumnFacts } from '../database/table.ts';
import type { GivenEncodings } from './settings.ts';

/**
 * `number`, `time`: their text is ASCII. `text`: UTF-8. `stored`: bytes that are decoded here. `converted`: made UTF-8
 * by the server. `binary`: printed as 0x…. `bits`: printed as 0 and 1. `other`: types whose text only the server knows.
 * `geometry` has no text.
 */
export type ColumnForm = 'number' | 'time' | 'text' | 'stored' | 'converted' | 'binary' | 'bits' | 'other' | 'geometry';

export interface MysqlColumn extends ColumnFacts {
  readonly form: ColumnForm;
  /** What the bytes are, where they are decoded here. */
  readonly stored: StoredEncoding | undefined;
  /** Declared for texts. */
  readonly charset: string | null;
  readonly collation: string | null;
  /** Most bytes a value may have; null where the catalog does not say. */
  readonly octets: number | null;
  readonly bits: number;
  /** Its order is that of the texts it prints, or of the moments and numbers they mean. */
  readonly comparable: boolean;
  readonly readable: boolean;
}

/** A row of `information_schema.columns`. */
export interface CatalogColumn {
  readonly name: string;
  /** `varchar`. */
  readonly dataType: string;
  /** `varchar(40)`. */
  readonly columnType: string;
  readonly nullable: boolean;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly octets: string | null;
  readonly precision: string | null;
  /** `select,insert,update,references`. */
  readonly privileges: string;
}

const FORMS: ReadonlyMap<string, ColumnForm> = new Map([
  ...formed('number', 'tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'year'),
  ...formed('time', 'date', 'datetime', 'timestamp'),
  ...formed('binary', 'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'vector'),
  ...formed('bits', 'bit'),
  ...formed('geometry', 'geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring'),
  ...formed('geometry', 'multipolygon', 'geometrycollection', 'geomcollection'),
]);

function formed(form: ColumnForm, ...types: readonly string[]): [string, ColumnForm][] {
  return types.map((type) => [type, form]);
}

/** Server character sets that are UTF-8 as it stands. */
const UTF8 = new Set(['utf8', 'utf8mb3', 'utf8mb4']);
/** Parts of GB18030. The server would put `?` for bytes that are none of theirs. */
const CHINESE = new Set(['gbk', 'gb2312', 'gb18030']);
/** Hold every character, or all of another language: a server converts them without loss. */
const WIDE = new Set(['ucs2', 'utf16', 'utf16le', 'utf32', 'big5', 'sjis', 'cp932', 'ujis', 'eucjpms', 'euckr']);
/** Six digits of a float are printed: two values may print the same. */
const INEXACT = new Set(['float']);
/** Ordered by the place in their list, and compared by their text. */
const LISTED = new Set(['enum', 'set']);

/** No Chinese fits into its character set: where there is some, the bytes are something else. */
export function isNarrow({ charset }: Pick<MysqlColumn, 'charset'>): boolean {
  return charset !== null && charset !== 'binary' && ![UTF8, CHINESE, WIDE].some((sets) => sets.has(charset));
}

export function columnOf(found: CatalogColumn, given: GivenEncodings): MysqlColumn {
  const { name, dataType, columnType: type, nullable, charset, collation, octets, precision } = found;
  const stored = storedEncoding(found, given);
  return {
    name,
    type,
    form: stored ? 'stored' : formOf(found),
    stored,
    charset,
    collation,
    notNull: !nullable,
    ordered: !INEXACT.has(dataType),
    encoding: charset === null ? null : `${charset} ${collation ?? ''}`.trim(),
    octets: octets === null ? null : Number(octets),
    bits: Number(precision ?? 1),
    comparable: !INEXACT.has(dataType) && !LISTED.has(dataType),
    readable: found.privileges.split(',').includes('select'),
  };
}

function storedEncoding({ dataType, charset, name }: CatalogColumn, given: GivenEncodings): StoredEncoding | undefined {
  const own = given.byColumn.get(name);
  const isBinary = FORMS.get(dataType) === 'binary';
  if (own !== undefined) return charset !== null || isBinary ? own : undefined;
  if (charset === null || isBinary) return undefined;
  if (CHINESE.has(charset)) return given.common ?? 'gb18030';
  if (UTF8.has(charset)) return given.common === 'utf-8' ? 'utf-8' : undefined;
  return isNarrow({ charset }) ? given.common : undefined;
}

function formOf({ dataType, charset }: CatalogColumn): ColumnForm {
  const form = FORMS.get(dataType);
  if (form) return form;
  if (charset === null || charset === 'binary') return 'other';
  return UTF8.has(charset) || charset === 'ascii' ? 'text' : 'converted';
}
