/** Distinct mentions of parties: what canonical records name now, and which entity each of them is. */
import { PartyMention } from '../../schemas/entities/party-mention.ts';
import type { Client } from '../connection.ts';
import { canonicalTable } from '../names.ts';
import { copyRows } from './columns.ts';
import { KEY_COLUMNS, keyValues, type StoredKeys } from './record-keys.ts';

const SAYS = [
  'name',
  'former_name',
  'legal_code',
  'uscc',
  'organization_code',
  'registration_number',
  'id_number',
  'contact_phone',
] as const;

/** What makes two mentions one. @param of alias of a row of canonical mentions. */
const keySql = (of: string): string =>
  `md5(jsonb_build_array(${SAYS.map((column) => `${of}.${column}`).join(', ')}, ${of}.party_id)::text)::uuid`;

/** Every mention of a known entity, as the crosswalk lists it: `entity_id, system, stream, source_key, role`. */
export const MENTIONED_SQL = `select distinct m.entity_id, p.system, p.stream, p.source_key, p.role
  from ${canonicalTable(PartyMention)} p join identity.mentions m on m.key = ${keySql('p')}
  where m.gone_run is null and m.entity_id is not null`;

/** Brings `identity.mentions` up to what is canonical now. */
export async function syncMentions(client: Client, runId: string): Promise<void> {
  await client.query(
    `create temp table ggzy_mentioned on commit drop as
     select distinct ${keySql('p')} as key, ${SAYS.join(', ')}, p.party_id from ${canonicalTable(PartyMention)} p`,
  );
  await client.query(
    `update identity.mentions m set gone_run = $1 where gone_run is null
       and not exists (select from ggzy_mentioned s where s.key = m.key)`,
    [runId],
  );
  await client.query(
    `update identity.mentions m set gone_run = null from ggzy_mentioned s where s.key = m.key and m.gone_run is not null`,
  );
  await client.query(
    `insert into identity.mentions (key, ${SAYS.join(', ')}, party_id, first_run, since_run)
     select key, ${SAYS.join(', ')}, party_id, $1, $1 from ggzy_mentioned s
     where not exists (select from identity.mentions m where m.key = s.key) order by key`,
    [runId],
  );
  await client.query('drop table ggzy_mentioned');
}

export interface SaidMention {
  readonly mentionNo: number;
  /** By column name. */
  readonly says: Readonly<Record<(typeof SAYS)[number], string | null>>;
}

const PIECE = 20_000;

/** A piece at a time, in the order of their numbers. @param all every mention; else those whose keys nobody has taken yet. */
export async function* readSaidMentions(client: Client, all: boolean): AsyncGenerator<SaidMention[], void, undefined> {
  for (let after = 0; ;) {
    const { rows } = await client.query<Record<(typeof SAYS)[number] | 'mention_no', string | null>>(
      `select mention_no, ${SAYS.join(', ')} from identity.mentions
       where ($1 or names is null) and mention_no > $2 order by mention_no limit ${PIECE}`,
      [all, after],
    );
    if (rows.length === 0) return;
    yield rows.map(({ mention_no, ...says }) => ({ mentionNo: Number(mention_no), says }));
    after = Number(rows.at(-1)?.mention_no);
  }
}

export interface MentionKeys extends StoredKeys {
  readonly mentionNo: number;
  readonly nameKind: string;
}

export async function writeMentionKeys(client: Client, mentions: readonly MentionKeys[]): Promise<void> {
  await client.query(
    `create temp table ggzy_mention_keys (mention_no integer, name_kind text, organization uuid, person uuid,
       registration uuid, names uuid[]) on commit drop`,
  );
  const row = (at: number) => {
    const mention = mentions[at]!;
    return [mention.mentionNo, mention.nameKind, ...keyValues(mention)];
  };
  const columns = ['mention_no', 'name_kind', ...KEY_COLUMNS];
  await copyRows(client, { table: 'ggzy_mention_keys', columns, rows: mentions.length, row });
  const changed = ['name_kind', ...KEY_COLUMNS];
  await client.query(
    `update identity.mentions m set ${changed.map((column) => `${column} = k.${column}`).join(', ')}
     from ggzy_mention_keys k where k.mention_no = m.mention_no
       and (${changed.map((column) => `m.${column}`).join(', ')}) is distinct from
         (${changed.map((column) => `k.${column}`).join(', ')})`,
  );
  await client.query('drop table ggzy_mention_keys');
}
