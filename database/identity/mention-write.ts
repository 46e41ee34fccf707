/** Writes which entity each mention is. Mentions that are as they were stay untouched. */
import type { Client } from '../connection.ts';
import { copyRows } from './columns.ts';

export interface ResolvedMention {
  readonly mentionNo: number;
  /** Null where it is left open. */
  readonly entity: number | null;
  readonly basis: string;
}

export async function writeMentions(
  client: Client,
  runId: string,
  mentions: readonly ResolvedMention[],
): Promise<void> {
  await client.query(
    'create temp table ggzy_resolved (mention_no integer, entity_id bigint, basis text) on commit drop',
  );
  const row = (at: number) => {
    const { mentionNo, entity, basis } = mentions[at]!;
    return [mentionNo, entity, basis];
  };
  const columns = ['mention_no', 'entity_id', 'basis'];
  await copyRows(client, { table: 'ggzy_resolved', columns, rows: mentions.length, row });
  await client.query(
    `update identity.mentions m set entity_id = f.entity_id, basis = f.basis, since_run = $1 from ggzy_resolved f
     where f.mention_no = m.mention_no and (m.entity_id, m.basis) is distinct from (f.entity_id, f.basis)`,
    [runId],
  );
  await client.query('drop table ggzy_resolved');
}

/** An entity known from mentions alone is there as long as one of them is. */
export async function settleNamedEntities(client: Client, runId: string): Promise<void> {
  const named = 'exists (select from identity.mentions m where m.entity_id = e.entity_id and m.gone_run is null)';
  for (const [event, from, to, condition] of [
    ['retired', 'live', 'retired', `not ${named}`],
    ['revived', 'retired', 'live', named],
  ]) {
    await client.query(
      `with turned as (
         update identity.entities e set state = '${to}', last_run = $1
         where e.kind = 'enterprise' and e.named_only and e.state = '${from}' and ${condition} returning entity_id)
       insert into identity.history (kind, run_id, event, entity_id, reason)
       select 'enterprise', $1, '${event}', entity_id, 'mentions' from turned order by entity_id`,
      [runId],
    );
  }
}

export interface MentionTotals {
  /** Distinct mentions. */
  readonly mentions: number;
  /** Of these: linked to an enterprise on record. */
  readonly linked: number;
  /** Of these: in an entity of mentions alone. */
  readonly own: number;
  readonly ownEntities: number;
}

export async function readMentionTotals(client: Client): Promise<MentionTotals> {
  const { rows } = await client.query<Record<string, string>>(
    `select count(*) as mentions, count(*) filter (where not e.named_only) as linked,
       count(*) filter (where e.named_only) as own, count(distinct e.entity_id) filter (where e.named_only) as own_entities
     from identity.mentions m left join identity.entities e using (entity_id) where m.gone_run is null`,
  );
  const number = (name: string): number => Number(rows[0]?.[name]);
  return {
    mentions: number('mentions'),
    linked: number('linked'),
    own: number('own'),
    ownEntities: number('own_entities'),
  };
}
