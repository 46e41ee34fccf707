/** For each mention, the entities on record that share a code or a name with it, or whose entry it refers to. */
import type { Client } from '../connection.ts';

const PIECE = 10_000;

export interface CandidateRow {
  readonly entity: number;
  readonly code: boolean;
  readonly name: boolean;
  readonly reference: boolean;
  readonly contradicts: boolean;
}

export interface MentionRow {
  readonly mentionNo: number;
  /** The code that counts first, with its kind; null where it has none. */
  readonly code: string | null;
  readonly name: string | null;
  readonly nameKind: string;
  /** Entity made up of mentions that it belongs to; 0 for none. */
  readonly ownBefore: number;
  readonly candidates: CandidateRow[];
}

const CODES = ['organization', 'person', 'registration'] as const;

/** Keys of the records that are there, with their entities. */
const KEYED = `select m.entity_id, k.* from identity.record_keys k join identity.members m using (record_no)
  join identity.records r using (record_no) where r.kind = 'enterprise' and r.gone_run is null`;

/** Mentions that are named now, and those that are gone but hold the id of an entity of their own. */
const MENTIONS = `select m.*, case when e.named_only and e.state <> 'merged' then e.entity_id else 0 end as own_before
  from identity.mentions m left join identity.entities e using (entity_id)
  where m.gone_run is null or e.named_only and e.state <> 'merged'`;

const byCode = (code: string): string =>
  `select m.mention_no, k.entity_id, true, false, false from mentions m join keyed k using (${code})`;

const HITS = `${CODES.map(byCode).join(' union all ')}
  union all select m.mention_no, k.entity_id, false, true, false
    from (select mention_no, unnest(names) as name from mentions) m
    join (select entity_id, unnest(names) as name from keyed) k using (name)
  union all select m.mention_no, b.entity_id, false, false, true from mentions m
    join identity.records r on r.kind = 'enterprise' and r.record_id = m.party_id and r.gone_run is null
    join identity.members b on b.record_no = r.record_no`;

const contradicts = (code: string): string => `m.${code} <> all (a.${code}s)`;

const SQL = `with mentions as materialized (${MENTIONS}), keyed as materialized (${KEYED}),
  hits (mention_no, entity_id, code, name, reference) as (${HITS}),
  candidates as materialized (select mention_no, entity_id, bool_or(code) as code, bool_or(name) as name,
    bool_or(reference) as reference from hits group by 1, 2),
  held as (select entity_id, ${CODES.map((code) => `array_agg(${code}) filter (where ${code} is not null) as ${code}s`).join(', ')}
    from keyed where entity_id in (select entity_id from candidates) group by 1)
  select m.mention_no, ${CODES.map((code) => `m.${code}`).join(', ')}, m.names[1] as first_name, m.name_kind, m.own_before,
    c.entity_id, c.code, c.name as bears, c.reference, coalesce(${CODES.map(contradicts).join(' or ')}, false) as contradicts
  from mentions m left join candidates c using (mention_no) left join held a on a.entity_id = c.entity_id
  order by m.mention_no, c.entity_id`;

type Fetched = Readonly<Record<string, string | null>>;

function toMention(row: Fetched): MentionRow {
  const code = CODES.find((kind) => row[kind] !== null);
  return {
    mentionNo: Number(row['mention_no']),
    code: code === undefined ? null : `${code} ${row[code]}`,
    name: row['name_kind'] === 'none' ? null : (row['first_name'] ?? null),
    nameKind: row['name_kind'] ?? 'none',
    ownBefore: Number(row['own_before']),
    candidates: [],
  };
}

/** In the order of their numbers. Needs a transaction. */
export async function readMentions(client: Client): Promise<MentionRow[]> {
  await client.query(`declare ggzy_mentions_read no scroll cursor for ${SQL}`);
  const mentions: MentionRow[] = [];
  for (;;) {
    const { rows } = await client.query<Record<string, string | null>>(`fetch ${PIECE} from ggzy_mentions_read`);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (mentions.at(-1)?.mentionNo !== Number(row['mention_no'])) mentions.push(toMention(row));
      if (row['entity_id'] === null) continue;
      const flag = (name: string): boolean => row[name] === 't';
      const [code, name, reference, contradicting] = ['code', 'bears', 'reference', 'contradicts'].map(flag);
      const entity = Number(row['entity_id']);
      mentions.at(-1)?.candidates.push({
        entity,
        code: code!,
        name: name!,
        reference: reference!,
        contradicts: contradicting!,
      });
    }
  }
  await client.query('close ggzy_mentions_read');
  return mentions;
}
