/** Blocking rules as SQL: which records `l` and `r` meet. Each pair belongs to the first rule that finds it. */
import type { BlockingRule, KeyPart } from '../../model/model.ts';
import { conditionSql, quoteName, type SqlColumns } from './condition-sql.ts';

export interface BlockingColumns extends SqlColumns {
  /** Rules whose keys the records carry hashed, and where. */
  readonly blocks: ReadonlyMap<BlockingRule, number>;
}

export const blockColumn = (index: number): string => `block_${index}`;

/** One number for the whole key, null where a part is missing. Two keys in 2^64 meet by accident: a pair more to score. */
export function blockSql({ key }: BlockingRule, alias: string): string {
  const parts = key.map((part) => keySql(part, alias));
  if (parts.length === 0) return 'null::ubigint';
  return `case when ${parts.map((part) => `${part} is not null`).join(' and ')} then hash(${parts.join(', ')}) end`;
}

export function keySql(part: KeyPart, alias: string): string {
  if (typeof part === 'string') return `${alias}.${quoteName(part)}`;
  return `left(${alias}.${quoteName(part.column)}, ${part.characters})`;
}

type Sides = readonly [string, string];

function keysMeet({ key }: BlockingRule, [a, b]: Sides): string[] {
  return key.map((part) => `${keySql(part, a)} = ${keySql(part, b)}`);
}

function blocksMeet(rule: BlockingRule, { blocks }: BlockingColumns, [a, b]: Sides): string[] {
  const block = blocks.get(rule);
  if (block === undefined || rule.key.length === 0) return keysMeet(rule, [a, b]);
  return [`${a}.${blockColumn(block)} = ${b}.${blockColumn(block)}`];
}

function whereSql({ where }: BlockingRule, columns: SqlColumns): string[] {
  return where === undefined ? [] : [conditionSql(where, columns)];
}

/** Whether l and r are a pair of the rule; never null. */
function ruleHolds(rule: BlockingRule, columns: BlockingColumns): string {
  const items =
    rule.items === undefined ? [] : [`list_has_any(l.${quoteName(rule.items)}, r.${quoteName(rule.items)})`];
  return `coalesce(${[...blocksMeet(rule, columns, ['l', 'r']), ...items, ...whereSql(rule, columns)].join(' and ')}, false)`;
}

export interface RulePairs {
  readonly rule: BlockingRule;
  /** Pairs that these rules find are left to them. */
  readonly earlier: readonly BlockingRule[];
  readonly columns: BlockingColumns;
  /** Only blocks whose key hashes below this share. */
  readonly share?: number;
}

const BUCKETS = 1_000_000;

/** `from … where …` with `l` and `r`, l before r, each pair once. */
export function pairsFrom({ rule, earlier, columns, share }: RulePairs): string {
  const where = [
    ...whereSql(rule, columns),
    ...earlier.map((other) => `not ${ruleHolds(other, columns)}`),
    ...(share === undefined ? [] : [sampleSql(rule, share)]),
  ];
  const filter = where.length === 0 ? '' : ` where ${where.join(' and ')}`;
  if (rule.items === undefined) {
    const on = [...blocksMeet(rule, columns, ['l', 'r']), 'l.record_no < r.record_no'].join(' and ');
    return `from records l join records r on ${on}${filter}`;
  }
  return `from item_pairs p
    join records l on l.record_no = p.a_no join records r on r.record_no = p.b_no${filter}`;
}

/** The table `item_pairs` that `pairsFrom` expects of an `items` rule: a table, so that the planner knows its size. */
export function itemPairs(rule: BlockingRule): string {
  const on = [`a.item = b.item`, ...keysMeet(rule, ['a', 'b']), 'a.record_no < b.record_no'].join(' and ');
  return `create or replace temp table item_pairs as
    select distinct a.record_no as a_no, b.record_no as b_no from ${itemsOf(rule)} a join ${itemsOf(rule)} b on ${on}`;
}

function sampleSql({ key, items }: BlockingRule, share: number): string {
  const parts = items === undefined ? key.map((part) => keySql(part, 'l')) : ['l.record_no'];
  return `hash(${parts.join(', ')}) % ${BUCKETS} < ${Math.ceil(share * BUCKETS)}`;
}

function columnNames({ key }: BlockingRule): string {
  return key.map((part) => `, ${quoteName(typeof part === 'string' ? part : part.column)}`).join('');
}

function itemsOf(rule: BlockingRule, source = 'records'): string {
  return `(select record_no${columnNames(rule)}, unnest(${quoteName(rule.items!)}) as item from ${source})`;
}

/** Pairs (a_no, b_no) of the rule in which at least one is in the table `touched_records`; a pair may come twice. */
export function touchedPairs(rule: BlockingRule, columns: BlockingColumns): string {
  const where = [...whereSql(rule, columns), 'l.record_no <> r.record_no'].join(' and ');
  const touched = 'touched_records';
  const [left, right] =
    rule.items === undefined ? [touched, 'records'] : [itemsOf(rule, touched), itemsOf(rule, 'records')];
  const meet =
    rule.items === undefined
      ? blocksMeet(rule, columns, ['a', 'b'])
      : ['a.item = b.item', ...keysMeet(rule, ['a', 'b'])];
  const on = meet.join(' and ');
  if (rule.where === undefined) {
    return `select least(a.record_no, b.record_no) as a_no, greatest(a.record_no, b.record_no) as b_no
      from ${left} a join ${right} b on ${on} where a.record_no <> b.record_no`;
  }
  return `select least(l.record_no, r.record_no) as a_no, greatest(l.record_no, r.record_no) as b_no
    from ${left} a join ${right} b on ${on}
    join records l on l.record_no = a.record_no join records r on r.record_no = b.record_no where ${where}`;
}

/** Sizes of the rule's blocks that hold more than one record: `block` (text), `records`. */
export function blockSizes(rule: BlockingRule): string {
  const source = rule.items === undefined ? 'records' : itemsOf(rule);
  const parts = [...rule.key.map((part) => keySql(part, 'b')), ...(rule.items === undefined ? [] : ['b.item'])];
  const filled = parts.map((part) => `${part} is not null`).join(' and ');
  return `select concat_ws(' · ', ${parts.join(', ')}) as block, count(*) as records
    from ${source} b where ${filled} group by ${parts.join(', ')} having count(*) > 1`;
}

/** Number of pairs of the rule, before its `where`. */
export function pairCount(rule: BlockingRule): string {
  const source = rule.items === undefined ? 'records' : itemsOf(rule);
  const parts = [...rule.key.map((part) => keySql(part, 'b')), ...(rule.items === undefined ? [] : ['b.item'])];
  const filled = parts.map((part) => `${part} is not null`).join(' and ');
  return `select coalesce(sum(records * (records - 1) / 2), 0)::double from (
    select count(*) as records from ${source} b where ${filled} group by hash(${parts.join(', ')}))`;
}
