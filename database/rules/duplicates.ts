/**
 * The same key twice in one delivery. Where the last record of a key counts, those before it are superseded, whatever is
 * wrong with them or with the last one. Elsewhere an exact repetition is skipped and a contradicting one waits in
 * quarantine.
 */
import { RULES } from '../../schemas/rules.ts';
import type { Client } from '../connection.ts';
import { stagedName } from '../load/stage-tables.ts';
import { quoteName, quoteText, rawTable } from '../names.ts';
import { keyOf, type RuleContext, type SetRule } from './rule.ts';

const EXACT = RULES.duplicate_key_exact;
const CONFLICT = RULES.duplicate_key_conflict;

const lastOfReading = (records: string): string => `
  with states as (select r.ord, max(r.ord) over (partition by r.source_key) as last from ${records})
  select ord from states where ord < last`;

/** Times, or numbers that grow: of texts of one length the greater is the later one. */
const momentOf = (column: string): string => {
  const text = keyOf(column);
  return `lpad(${text}, 32, '0') collate "C"`;
};

/** Behind the latest state of the delivery, or behind that which was delivered before. Without a time nothing is told. */
function latestByTime({ system, stream }: RuleContext['plan'], column: string): (records: string) => string {
  return (records) => `
    with states as (
      select r.ord, r.source_key, ${momentOf(`r.${quoteName(stagedName(column))}`)} as moment,
        max(${momentOf(`r.${quoteName(stagedName(column))}`)}) over (partition by r.source_key) as latest
      from ${records}
    )
    select ord from states s where moment < latest or exists (
      select 1 from ${rawTable(system, stream)} k where k._source_key = s.source_key
        and k._state in ('live', 'quarantined') and ${momentOf(`k.${quoteName(column)}`)} > s.moment)`;
}

/** A record whose key itself is at fault stands for itself: who knows which one it is. */
async function supersede(client: Client, { plan, tables }: RuleContext): Promise<void> {
  const states = plan.latestBy === null ? lastOfReading : latestByTime(plan, plan.latestBy);
  const faulty = `select 1 from ${tables.issues} i where i.ord = r.ord and i.severity = 'blocking'
    and i.field in (${plan.key.map(quoteText).join(', ')})`;
  await client.query(`
    create temp table superseded on commit drop as
    ${states(`${tables.raw} r where r.verdict <> 'skipped' and not exists (${faulty})`)}`);
  // What was wrong with a state that is over concerns nobody.
  await client.query(`delete from ${tables.issues} i using superseded d where d.ord = i.ord`);
  await client.query(`update ${tables.raw} r set verdict = 'superseded' from superseded d where d.ord = r.ord`);
  await client.query('drop table superseded');
}

export const duplicates: SetRule = {
  id: 'duplicates',
  async run(client, context) {
    const { plan, tables } = context;
    if (plan.lastOfKeyCounts) await supersede(client, context);
    await client.query(`
      create temp table repeated on commit drop as
      with suspects as (
        select source_key from ${tables.raw} where verdict in ('ok', 'quarantined')
        group by source_key having count(*) > 1
      ), ranked as (
        select r.ord, r.verdict, r.position,
          row_number() over (partition by r.source_key, r.hash order by r.ord) as same,
          -- A record that is quarantined on its own account does not hold the key against a good one.
          count(*) filter (where r.verdict = 'ok') over (partition by r.source_key order by r.ord
            rows between unbounded preceding and 1 preceding) as accepted_before
        from ${tables.raw} r join suspects using (source_key) where r.verdict in ('ok', 'quarantined')
      )
      select ord, position,
        case when same > 1 then 'duplicate_key_exact'
             when verdict = 'ok' and accepted_before > 0 then 'duplicate_key_conflict' end as rule
      from ranked where same > 1 or (verdict = 'ok' and accepted_before > 0)`);
    await client.query(`delete from ${tables.issues} i using repeated r
      where r.ord = i.ord and r.rule = 'duplicate_key_exact'`);
    await client.query(`
      update ${tables.raw} r set verdict = case rule when 'duplicate_key_exact' then 'skipped' else 'quarantined' end
      from repeated d where d.ord = r.ord`);
    await client.query(`
      insert into ${tables.issues} (ord, field, rule, severity, disposition, personal, position)
      select ord, '', rule,
        case rule when 'duplicate_key_exact' then '${EXACT.severity}' else '${CONFLICT.severity}' end,
        case rule when 'duplicate_key_exact' then '${EXACT.disposition}' else '${CONFLICT.disposition}' end,
        'none', position
      from repeated`);
    await client.query('drop table repeated');
  },
};
