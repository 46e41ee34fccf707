/** Comparing the type a stream declares with the one the table has. Source: MySQL manual, chapter Data Types. */

/** Names an interface document may write, and the name MySQL prints. Types that are not listed are not compared. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...same(
    'tinyint',
    'smallint',
    'mediumint',
    'int',
    'bigint',
    'decimal',
    'float',
    'double',
    'bit',
    'year',
    'enum',
    'set',
  ),
  ...same('date', 'datetime', 'timestamp', 'time', 'char', 'varchar', 'binary', 'varbinary', 'json', 'uuid'),
  ...same('tinytext', 'text', 'mediumtext', 'longtext', 'tinyblob', 'blob', 'mediumblob', 'longblob'),
  ['integer', 'int'],
  ['numeric', 'decimal'],
  ['dec', 'decimal'],
  ['bool', 'tinyint'],
  ['boolean', 'tinyint'],
  ['real', 'double'],
  ['double precision', 'double'],
]);

function same(...names: readonly string[]): [string, string][] {
  return names.map((name) => [name, name]);
}

/** A number in brackets behind these is how wide they are shown, which says nothing about their values. */
const SHOWN_WIDTH = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'year', 'float', 'double']);

interface TypeName {
  readonly base: string;
  /** Length, or precision and scale, or the list of values; empty where none is given. */
  readonly size: string;
  readonly unsigned: boolean;
}

const FORM = /^(?<head>[a-z]+(?: precision)?)(?: ?\((?<size>.*)\))?(?<tail>(?: unsigned| zerofill)*)/i;

function parseType(text: string): TypeName | undefined {
  const { head = '', size = '', tail = '' } = FORM.exec(text.trim().replaceAll(/\s+/g, ' '))?.groups ?? {};
  const base = NAMES.get(head.toLowerCase());
  if (base === undefined) return undefined;
  return {
    base,
    size: sizeOf(base, size.replaceAll(/, /g, ',').trim()), // Filled with zeros is never negative.
    unsigned: /unsigned|zerofill/i.test(tail),
  };
}

function sizeOf(base: string, size: string): string {
  if (SHOWN_WIDTH.has(base)) return '';
  // One decimal number is precision with scale 0.
  return base === 'decimal' && /^\d+$/.test(size) ? `${size},0` : size;
}

/** True where both are types we know and differ; a declaration without a size fits every size. */
export function typesDiffer(declared: string, actual: string): boolean {
  const wanted = parseType(declared);
  const found = parseType(actual);
  if (!wanted) return false;
  // MariaDB keeps JSON as text.
  if (wanted.base === 'json' && found?.base === 'longtext') return false;
  if (!found || wanted.base !== found.base || wanted.unsigned !== found.unsigned) return true;
  return wanted.size !== '' && wanted.size !== found.size;
}
