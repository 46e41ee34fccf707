/**
 * Deletions that say so themselves, too many at once to be believed: they wait in quarantine until somebody answers for
 * them, and everything else of the delivery is loaded. Deletions by absence are judged when the stream is finished.
 */
import { RULES } from '../../schemas/rules.ts';
import { count, type Client } from '../connection.ts';
import { decidedKeys, holdDeletions } from '../load/holds.ts';
import { rawTable } from '../names.ts';
import type { RuleContext, SetRule } from './rule.ts';

/** So few are nobody's accident, however small the stream is. */
const FEW = 5;

/** Staged deletions of records that are live, but for those somebody has approved. */
async function collectDeletions(client: Client, { plan, tables }: RuleContext): Promise<void> {
  await client.query(`
    create temp table deletions on commit drop as
    select s.ord, s.source_key, s.position, s.source_key in (${decidedKeys(plan, 'refused')}) as refused
    from ${tables.raw} s
    join ${rawTable(plan.system, plan.stream)} r on r._source_key = s.source_key and r._state = 'live' and not r._deleted
    where s.verdict = 'ok' and s.deleted and s.source_key not in (${decidedKeys(plan, 'approved')})`);
}

export const deletions: SetRule = {
  id: 'deletions',
  async run(client, context) {
    const { plan, tables, runId, day, deletionLimit } = context;
    if ((await count(client, `select count(*) as n from ${tables.raw} where verdict = 'ok' and deleted`)) === 0) return;
    await collectDeletions(client, context);
    const live = await count(
      client,
      `select count(*) as n from ${rawTable(plan.system, plan.stream)} where _state = 'live' and not _deleted`,
    );
    const wanted = await count(client, 'select count(*) as n from deletions where not refused');
    const isMass = wanted > FEW && wanted > live * deletionLimit;
    const held = `select * from deletions${isMass ? '' : ' where refused'}`;
    const { severity, disposition } = RULES.mass_delete;
    await client.query(`update ${tables.raw} s set verdict = 'quarantined' from (${held}) d where d.ord = s.ord`);
    await client.query(`insert into ${tables.issues} (ord, field, rule, severity, disposition, personal, position)
      select ord, '', 'mass_delete', '${severity}', '${disposition}', 'none', position from (${held}) d`);
    if (isMass) {
      const keys = 'select distinct source_key from deletions where not refused';
      await holdDeletions(client, { place: plan, runId, day, live, keys });
    }
    await client.query('drop table deletions');
  },
};
