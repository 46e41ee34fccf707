/**
 * Amounts against their neighbours: a figure that is 10,000 times off was typed in the wrong unit. Clerks type 万元
 * figures where 元 are asked, so the smaller of the two is the suspect, also where it is the parent's.
 */
import { RULES } from '../../schemas/rules.ts';
import type { Client } from '../connection.ts';
import type { PlannedNeighbour } from '../load/plan.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';
import type { RuleContext, SetRule } from './rule.ts';

const UNIT = 10_000;
const { severity, disposition } = RULES.money_unit_mismatch;

/** Pairs of (child amount, parent amount) whose ratio is off by the unit; `share` brings both to one magnitude. */
function offByUnit(context: RuleContext, neighbour: PlannedNeighbour, direction: 'child' | 'parent'): string {
  const child = `e.${quoteName(snakeCase(neighbour.field))}`;
  const parent = `p.${quoteName(snakeCase(neighbour.parentAmount))}`;
  const ratio = `(${child} / (${parent} * ${neighbour.share}))`;
  const scaled = direction === 'child' ? `${ratio} * ${UNIT}` : `${ratio} / ${UNIT}`;
  return `from ${context.tables.canonical(neighbour.entity)} e
    join ${context.tables.raw} s on s.ord = e.ord and s.verdict = 'ok'
    join ${canonicalTable(neighbour.parentEntity)} p on p.id = e.${quoteName(snakeCase(neighbour.parentField))}
    where e.role = '' and ${child} > 0 and ${parent} > 0
      and ${scaled} between ${neighbour.low} and ${neighbour.high}`;
}

async function compare(client: Client, context: RuleContext, neighbour: PlannedNeighbour): Promise<void> {
  const child = `e.${quoteName(snakeCase(neighbour.field))}`;
  const parent = `p.${quoteName(snakeCase(neighbour.parentAmount))}`;
  const detail = `trim_scale(${child}) || ' : ' || trim_scale(${parent})`;
  await client.query(`
    insert into ${context.tables.issues}
      (ord, field, rule, severity, disposition, loaded_value, personal, detail, position)
    select e.ord, ${quoteText(neighbour.column)}, 'money_unit_mismatch', '${severity}', '${disposition}',
      trim_scale(${child})::text, 'none', ${detail}, s.position
    ${offByUnit(context, neighbour, 'child')}`);
  await client.query(`
    insert into ${context.tables.issues}
      (ord, field, rule, severity, disposition, loaded_value, personal, detail, position, other_stream, other_key)
    select distinct on (p.source_key) e.ord, ${quoteText(neighbour.parentColumn)}, 'money_unit_mismatch', '${severity}',
      '${disposition}', trim_scale(${parent})::text, 'none', ${detail}, '', ${quoteText(neighbour.parentStream)}, p.source_key
    ${offByUnit(context, neighbour, 'parent')} order by p.source_key, e.ord`);
}

export const neighbours: SetRule = {
  id: 'neighbours',
  async run(client, context) {
    for (const neighbour of context.plan.neighbours) await compare(client, context, neighbour);
  },
};
