/** Comparing the type a stream declares with the one the table has. Source: Transact-SQL reference, Data types. */

/** Other names of a type. */
const ALIASES: Readonly<Record<string, string>> = {
  integer: 'int',
  dec: 'decimal',
  numeric: 'decimal',
  'double precision': 'float',
  character: 'char',
  'char varying': 'varchar',
  'character varying': 'varchar',
  'national char': 'nchar',
  'national character': 'nchar',
  'national char varying': 'nvarchar',
  'national character varying': 'nvarchar',
  'national text': 'ntext',
  'binary varying': 'varbinary',
  rowversion: 'timestamp',
};

const KNOWN: ReadonlySet<string> = new Set(
  `bit tinyint smallint int bigint decimal money smallmoney float real date datetime datetime2 smalldatetime
   datetimeoffset time char varchar text nchar nvarchar ntext binary varbinary image uniqueidentifier xml timestamp
   sql_variant hierarchyid geometry geography`.split(/\s+/),
);

interface TypeName {
  readonly base: string;
  /** Length, or precision and scale: `18,6`; empty where none is given. */
  readonly size: string;
}

const FORM = /^(?<base>[a-z][a-z0-9_ ]*?) ?(?:\((?<size>max|[\d, ]+)\))?$/;

function parseType(text: string): TypeName | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/ (?:not )?null$/, '');
  const { base: written = '', size = '' } = FORM.exec(plain)?.groups ?? {};
  const base = ALIASES[written] ?? written;
  if (!KNOWN.has(base)) return undefined;
  // One decimal number is precision with scale 0. A `float(24)` is a real, and any other a float.
  if (base === 'decimal' && /^\d+$/.test(size)) return { base, size: `${size},0` };
  if (base === 'float') return { base: size !== '' && Number(size) <= 24 ? 'real' : 'float', size: '' };
  return { base, size: size.replaceAll(' ', '') };
}

/** True where both are types we know and differ; a declaration without a size fits every size. */
export function typesDiffer(declared: string, actual: string): boolean {
  const wanted = parseType(declared);
  const found = parseType(actual);
  if (!wanted) return false;
  if (!found || wanted.base !== found.base) return true;
  return wanted.size !== '' && wanted.size !== found.size;
}
