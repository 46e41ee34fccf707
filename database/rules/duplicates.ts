/** The same key twice in one delivery: an exact repetition is skipped, a contradicting one waits in quarantine. */
import { RULES } from '../../schemas/rules.ts';
import type { SetRule } from './rule.ts';

const EXACT = RULES.duplicate_key_exact;
const CONFLICT = RULES.duplicate_key_conflict;

export const duplicates: SetRule = {
  id: 'duplicates',
  async run(client, { tables }) {
    await client.query(`
      create temp table repeated on commit drop as
      with suspects as (
        select source_key from ${tables.raw} where verdict <> 'skipped' group by source_key having count(*) > 1
      ), ranked as (
        select r.ord, r.verdict, r.position,
          row_number() over (partition by r.source_key, r.hash order by r.ord) as same,
          -- A record that is quarantined on its own account does not hold the key against a good one.
          count(*) filter (where r.verdict = 'ok') over (partition by r.source_key order by r.ord
            rows between unbounded preceding and 1 preceding) as accepted_before
        from ${tables.raw} r join suspects using (source_key) where r.verdict <> 'skipped'
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
