/**
 * What only a record's parents say. A reference by a code of the trade becomes the id of the record that holds the code;
 * of the parts that follow a parent, only the one stays whose parent is there.
 */
import type { Client } from '../connection.ts';
import { moneyFields, ownEntities, type PlannedReference } from '../load/plan.ts';
import { stagedName } from '../load/stage-tables.ts';
import { canonicalTable, quoteName, quoteText, rawTable, snakeCase } from '../names.ts';
import { keyOf, type RuleContext, type SetRule } from './rule.ts';

/** Canonical id of a record, made as `core/ids.ts` makes it. */
function idSql(system: string, { parentEntity, parentStream, parentRole }: PlannedReference, key: string): string {
  const escaped = `replace(${key}, E'\\\\', E'\\\\\\\\')`;
  const before = quoteText(`${parentEntity.name}\t${system}\t${parentStream}\t`);
  const line = `${before} || ${escaped} || ${quoteText(`\t${parentRole}\t0`)}`;
  return `substr(encode(sha256(convert_to(${line}, 'UTF8')), 'hex'), 1, 32)::uuid`;
}

/** Several records may hold the code: those that are live come first, and of them the one with the first key. */
async function resolve(client: Client, { plan, tables }: RuleContext, reference: PlannedReference): Promise<void> {
  const { parentColumn, parentStream, column, fields } = reference;
  if (parentColumn === null) return;
  const code = keyOf(`p.${quoteName(parentColumn)}`);
  const parent = canonicalTable(reference.parentEntity);
  const id = idSql(plan.system, reference, 'p._source_key');
  await client.query(`create temp table holders on commit drop as
    select distinct on (p.code) p.code, p.id from (
      select ${code} as code, p._source_key as key, p._state = 'live' and p._last_run is null and not p._deleted as live,
        ${id} as id
      from ${rawTable(plan.system, parentStream)} p
      where ${code} in (select ${keyOf(`s.${quoteName(stagedName(column))}`)} from ${tables.raw} s)) p
    left join ${parent} c on c.id = p.id
    order by p.code, c.id is null, c.source_deleted_at is not null, p.live desc, p.key`);
  for (const { entity, field } of fields) {
    const name = quoteName(snakeCase(field));
    await client.query(`update ${tables.canonical(entity)} e set ${name} = h.id,
        row_hash = md5(e.row_hash || ${quoteText(field)} || h.id)::uuid
      from ${tables.raw} s join holders h on h.code = ${keyOf(`s.${quoteName(stagedName(column))}`)} where s.ord = e.ord`);
  }
  await client.query('drop table holders');
}

/** Rows of an alternative that is not meant, and the sums taken of them while reading. */
async function dropRows(
  client: Client,
  { plan, tables, runId }: RuleContext,
  place: number,
  where: string,
): Promise<void> {
  const part = plan.parts[place];
  if (!part) return;
  const { entity, role } = part;
  const money = role === '' ? moneyFields(plan).filter((each) => each.entity === entity) : [];
  const sums = money.map(({ field }) => `coalesce(sum(${quoteName(snakeCase(field))}), 0) as ${quoteName(field)}`);
  const { rows } = await client.query<Record<string, string>>(`
    with dropped as (delete from ${tables.canonical(entity)} e where e.role = ${quoteText(role)} and ${where} returning e.*)
    select ${['count(*) as n', ...sums].join(', ')} from dropped`);
  for (const { field } of money) {
    await client.query(
      `insert into ops.chunk_amounts values ($1, $2, -1, $3, $4, - $5::numeric)
       on conflict (run_id, stream, chunk_no, entity, field) do update set amount = excluded.amount`,
      [runId, plan.stream, entity.name, field, rows[0]?.[field] ?? '0'],
    );
  }
}

async function chooseAlternative(client: Client, context: RuleContext, role: string): Promise<void> {
  const { plan, tables } = context;
  const places = plan.parts.flatMap((part, place) => (part.role === role && part.follows ? [place] : []));
  const [first, ...others] = places;
  if (first === undefined) return;
  for (const place of others) {
    const { entity, follows } = plan.parts[place] ?? {};
    const field = follows?.fields.find((each) => each.entity === entity)?.field;
    if (!follows || field === undefined) continue;
    const parent = canonicalTable(follows.parentEntity);
    await dropRows(
      client,
      context,
      place,
      `not exists (select 1 from ${parent} p where p.id = e.${quoteName(snakeCase(field))})`,
    );
  }
  const chosen = others.flatMap((place) => {
    const entity = plan.parts[place]?.entity;
    if (!entity) return [];
    return [`select o.ord from ${tables.canonical(entity)} o where o.role = ${quoteText(role)}`];
  });
  if (chosen.length > 0) await dropRows(client, context, first, `e.ord in (${chosen.join(' union all ')})`);
}

/** A bare deletion does not say what the record was: where it is known already, it becomes nothing else. */
async function dropBare(client: Client, { plan, tables }: RuleContext): Promise<void> {
  const [first, ...others] = ownEntities(plan);
  if (!first || others.length === 0 || !plan.deletesBare) return;
  const known = others.map(
    (entity) => `exists (select 1 from ${canonicalTable(entity)} c where c.system = ${quoteText(plan.system)}
      and c.stream = ${quoteText(plan.stream)} and c.source_key = s.source_key and c.role = '')`,
  );
  await client.query(`delete from ${tables.canonical(first)} e using ${tables.raw} s
    where s.ord = e.ord and s.bare and (${known.join(' or ')})`);
}

export const parents: SetRule = {
  id: 'parents',
  async run(client, context) {
    for (const reference of context.plan.references) await resolve(client, context, reference);
    await dropBare(client, context);
    for (const role of new Set(context.plan.parts.map((part) => part.role))) {
      await chooseAlternative(client, context, role);
    }
  },
};
