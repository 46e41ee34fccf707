/** Comparing the type a stream declares with the one the table has. Source: PostgreSQL documentation, chapter Data Types. */

/** Names an interface document may write, and the name PostgreSQL prints. Types that are not listed are not compared. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...same('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'boolean', 'text', 'uuid', 'date'),
  ...same('bytea', 'json', 'jsonb', 'xml', 'interval', 'character varying', 'character'),
  ...same('timestamp without time zone', 'timestamp with time zone', 'time without time zone', 'time with time zone'),
  ['int2', 'smallint'],
  ['smallserial', 'smallint'],
  ['int', 'integer'],
  ['int4', 'integer'],
  ['serial', 'integer'],
  ['int8', 'bigint'],
  ['bigserial', 'bigint'],
  ['decimal', 'numeric'],
  ['float4', 'real'],
  ['float8', 'double precision'],
  ['float', 'double precision'],
  ['bool', 'boolean'],
  ['varchar', 'character varying'],
  ['char', 'character'],
  ['bpchar', 'character'],
  ['timestamp', 'timestamp without time zone'],
  ['timestamptz', 'timestamp with time zone'],
  ['time', 'time without time zone'],
  ['timetz', 'time with time zone'],
]);

function same(...names: readonly string[]): [string, string][] {
  return names.map((name) => [name, name]);
}

interface TypeName {
  readonly base: string;
  /** Length, or precision and scale: `18,6`; empty where none is given. */
  readonly size: string;
  readonly array: boolean;
}

const FORM =
  /^(?<head>[a-z][a-z0-9 ]*?) ?(?:\((?<size>[\d, ]+)\))?(?<tail> with(?:out)? time zone)?(?<array>(?:\[\d*\])*)$/;

function parseType(text: string): TypeName | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/ (?:not )?null$/, '');
  const { head = '', size = '', tail = '', array = '' } = FORM.exec(plain)?.groups ?? {};
  const base = NAMES.get(head + tail);
  if (base === undefined) return undefined;
  // One decimal number is precision with scale 0, and a lone `char` is one character.
  const full = base === 'numeric' && /^\d+$/.test(size) ? `${size},0` : size.replaceAll(' ', '');
  return { base, size: full, array: array !== '' };
}

/** True where both are types we know and differ; a declaration without a size fits every size. */
export function typesDiffer(declared: string, actual: string): boolean {
  const wanted = parseType(declared);
  const found = parseType(actual);
  if (!wanted) return false;
  if (!found || wanted.base !== found.base || wanted.array !== found.array) return true;
  return wanted.size !== '' && wanted.size !== found.size;
}
