/**
 * Answers exactly the questions that the connector asks, from tables in memory. It knows them by a word in their text;
 * what it is not asked by the connector it refuses, as a server would refuse nonsense.
 */
import { TYPES } from 'tedious';
import { SqlError, type Answer, type Handler, type Request } from './double.ts';
import { answerRows, contentOf, hashedNames, notFrozen, type DoubleTable } from './table-rows.ts';

export interface DoubleDatabase {
  readonly name: string;
  readonly tables: readonly DoubleTable[];
  /** Facts of the server that differ from a SQL Server 2012 that allows snapshots. */
  readonly server?: Readonly<Record<string, string | null>>;
  /** Columns that may not be read. */
  readonly closed?: readonly string[];
  readonly mayWrite?: boolean;
  /** Masked columns; an empty name for a policy. */
  readonly hidden?: readonly string[];
  /** How far the clock is ahead, in seconds. */
  readonly skewSeconds?: number;
}

type Fields = Readonly<Record<string, string | number | null>>;

/** Named columns of texts and numbers. */
function answerOf(rows: readonly Fields[], names = Object.keys(rows[0] ?? { none: '' })): Answer {
  const columns = names.map((name) => {
    const number = rows.some((row) => typeof row[name] === 'number');
    return { name, type: number ? TYPES.Int : TYPES.NVarChar };
  });
  return { columns, rows: rows.map((row) => names.map((name) => row[name] ?? null)) };
}

const SERVER: Fields = {
  version: '11.0.7001.0',
  edition: 'Standard Edition (64-bit)',
  babelfish: null,
  collated: 'Chinese_PRC_CI_AS',
  updateability: 'READ_WRITE',
  account: 'reader',
  snapshots: '1',
  versions: '0',
};

function describeColumns({ columns }: DoubleTable, closed: readonly string[]): Fields[] {
  return columns.map(({ name, type, notNull }) => {
    const [base = '', size = ''] = type.replace(')', '').split('(');
    const [digits = '', scale = ''] = size.split(',');
    const text = /char|text/.test(base);
    const moment = /^(?:datetime2|datetimeoffset|time)$/.test(base);
    const long = base.endsWith('text') ? 1_073_741_823 : Number(digits);
    return {
      name,
      base,
      length: text || base.includes('binary') ? (digits === 'max' ? -1 : long) : null,
      digits: base === 'decimal' || base === 'numeric' ? Number(digits) : null,
      scale: scale === '' ? null : Number(scale),
      fraction: moment ? Number(digits) : null,
      nullable: notNull ? 'NO' : 'YES',
      collated: text ? 'Chinese_PRC_CI_AS' : null,
      readable: closed.includes(name) ? 0 : 1,
    };
  });
}

function measure(table: DoubleTable, request: Request): Answer {
  const names = hashedNames(request.text);
  const rows = table.rows.filter(notFrozen(table, request));
  const sum = rows.reduce((total, row) => total + contentOf(table, row, names).readBigInt64BE(), 0n);
  if (request.text.includes(' as later ')) return answerOf([{ later: String(table.rows.length - rows.length) }]);
  return answerOf([{ rows: String(rows.length), sum: rows.length === 0 ? null : String(sum) }]);
}

export function answerTables(database: DoubleDatabase): Handler {
  const { tables, closed = [], hidden = [], skewSeconds = 0 } = database;
  const findNamed = ({ parameters }: Request): DoubleTable | undefined =>
    tables.find(({ schema, name }) => schema === parameters.get('schema') && name === parameters.get('table'));
  const findIn = ({ text }: Request): DoubleTable | undefined =>
    tables.find(({ schema, name }) => text.includes(` from [${schema}].[${name}] as t`));
  const findById = ({ parameters }: Request): DoubleTable | undefined => tables[Number(parameters.get('id')) - 1];

  const ANSWERS: readonly (readonly [form: RegExp, answer: (request: Request) => Answer])[] = [
    [/from sys\.databases/, () => answerOf([{ ...SERVER, name: database.name, ...database.server }])],
    [/sysutcdatetime/, () => answerOf([{ now: new Date(Date.now() + skewSeconds * 1000).toISOString().slice(0, 23) }])],
    [/sys\.masked_columns/, () => answerOf(hidden.map((name) => ({ name })))],
    [/sys\.allocation_units/, () => answerOf([{ bytes: 8192 }])],
    [/INFORMATION_SCHEMA/, (request) => answerOf(describeColumns(findNamed(request) ?? NO_TABLE, closed))],
    [
      /sys\.indexes/,
      (request) => {
        const keys = findById(request)?.uniqueKeys ?? [];
        return answerOf(keys.flatMap((key, index) => key.map((name) => ({ place: index + 1, name }))));
      },
    ],
    [/select top \(31\)/, () => answerOf(tables.map(({ name }) => ({ name })))],
    [
      /from sys\.objects/,
      (request) => {
        const table = findNamed(request);
        if (!table) return answerOf([]);
        const id = String(tables.indexOf(table) + 1);
        const facts = { id, name: table.name, estimated: table.rows.length, may_write: database.mayWrite ? 1 : 0 };
        return answerOf([facts]);
      },
    ],
    [/count_big/, (request) => measure(findIn(request) ?? NO_TABLE, request)],
    [/ as t .*order by/s, (request) => answerRows(findIn(request) ?? NO_TABLE, request)],
  ];

  return (request) => {
    const known = ANSWERS.find(([form]) => form.test(request.text));
    if (!known) throw new SqlError(102, `Incorrect syntax: ${request.text.slice(0, 80)}`);
    return known[1](request);
  };
}

const NO_TABLE: DoubleTable = { schema: '', name: '', columns: [], rows: [], uniqueKeys: [] };
