/** The two tables of the comparison: what they hold, where a source keeps them and where ggzy puts them. */

/** How values of a column are compared after a tool has moved them. */
export type ColumnKind = 'integer' | 'decimal' | 'text' | 'date' | 'timestamp' | 'flag';

export interface BenchColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly type: string;
  /** Digits behind the point of a decimal. */
  readonly scale?: number;
}

export interface BenchTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly BenchColumn[];
  readonly key: readonly string[];
  /** SQL of PostgreSQL: the expressions of row `n`, in the order of the columns. */
  readonly row: string;
  readonly system: string;
  /** What ggzy fills: the raw table first. */
  readonly filled: readonly string[];
}

const integer = (name: string, type = 'bigint'): BenchColumn => ({ name, kind: 'integer', type });
const text = (name: string, length: number): BenchColumn => ({ name, kind: 'text', type: `varchar(${length})` });
const date = (name: string): BenchColumn => ({ name, kind: 'date', type: 'date' });
const timestamp = (name: string): BenchColumn => ({ name, kind: 'timestamp', type: 'timestamp' });
const decimal = (name: string, precision: number, scale: number): BenchColumn => ({
  name,
  kind: 'decimal',
  type: `numeric(${precision},${scale})`,
  scale,
});

/** A parcel of the land centre: Chinese text, money, moments. Every 200th row has a defect, every 500th is deleted. */
const PARCELS: BenchTable = {
  name: 'td_dk',
  title: 'tender-like',
  columns: [
    integer('dk_id'),
    text('dkbh', 40),
    text('xmmc', 300),
    text('zl', 300),
    text('xzqdm', 6),
    decimal('mj', 18, 6),
    text('mj_dw', 4),
    text('tdyt', 50),
    text('crnx', 20),
    text('rjl', 30),
    decimal('qsj', 20, 4),
    text('qsj_dw', 4),
    text('zt', 10),
    { name: 'del_flag', kind: 'flag', type: 'boolean' },
    timestamp('created_at'),
    timestamp('updated_at'),
  ],
  key: ['dk_id'],
  row: `n, '拉土挂' || (2012 + n % 9) || '-' || lpad(n::text, 7, '0'),
    '城关区第' || n % 997 || '片区国有建设用地使用权公开出让（具体以规划条件为准）',
    '拉萨市城关区纳金街道' || n % 89 || '号以东、规划路以南，四至见附图第' || n % 53 || '页',
    case when n % 200 = 0 then '549999'
      else (array['540102','540103','540202','540302','540402','540502','540602'])[1 + n % 7] end,
    1 + (n % 90000) / 1000.0, (array['公顷','亩','㎡'])[1 + n % 3],
    (array['商服用地','住宅用地','工业用地、仓储用地'])[1 + n % 3], '商业40年、住宅70年', '≤' || 1 + n % 3 || '.0',
    100 + (n % 900000) / 100.0, '万元', (array['公告中','已成交','流拍'])[1 + n % 3], n % 500 = 0,
    timestamp '2013-01-01 09:00:00' + n % 2500 * interval '1 day',
    timestamp '2014-01-01 09:30:00' + n % 2400 * interval '1 day'`,
  system: 'landmining',
  filled: ['raw.landmining_td_dk', 'canonical.land_parcels'],
};

/** Order lines as TPC-H has them: many short values, a key of two columns, four lines an order. */
const LINES: BenchTable = {
  name: 'lineitem',
  title: 'lineitem-like',
  columns: [
    integer('l_orderkey'),
    integer('l_partkey'),
    integer('l_suppkey'),
    integer('l_linenumber', 'integer'),
    decimal('l_quantity', 15, 2),
    decimal('l_extendedprice', 15, 2),
    decimal('l_discount', 15, 2),
    decimal('l_tax', 15, 2),
    text('l_returnflag', 1),
    text('l_linestatus', 1),
    date('l_shipdate'),
    date('l_commitdate'),
    date('l_receiptdate'),
    text('l_shipinstruct', 25),
    text('l_shipmode', 10),
    text('l_comment', 44),
  ],
  key: ['l_orderkey', 'l_linenumber'],
  row: `1 + n / 4, 1 + n * 7919 % 200000, 1 + n * 104729 % 10000, 1 + n % 4,
    1 + n % 50, 900 + n * 31 % 9000000 / 100.0, n % 11 / 100.0, n % 9 / 100.0,
    (array['R','A','N'])[1 + n % 3], (array['O','F'])[1 + n % 2],
    date '1992-01-02' + (n % 2520)::int, date '1992-02-01' + (n * 3 % 2460)::int, date '1992-01-05' + (n % 2550)::int,
    (array['DELIVER IN PERSON','COLLECT COD','NONE','TAKE BACK RETURN'])[1 + n % 4],
    (array['REG AIR','AIR','RAIL','SHIP','TRUCK','MAIL','FOB'])[1 + n % 7],
    left('carefully final packages ' || md5(n::text), 20 + (n % 24)::int)`,
  system: 'bench',
  filled: ['raw.bench_lineitem', 'canonical.order_lines'],
};

export const BENCH_TABLES: readonly BenchTable[] = [PARCELS, LINES];
