/**
 * Mentions of parties, after the enterprises are settled: each distinct one is resolved against what is on record. All of
 * them are looked at in every run, by joins on keys, so that an increment ends where a full run ends.
 */
import { hashText } from '../../core/ids.ts';
import type { Client } from '../../database/connection.ts';
import { giveOutIds, writeEvents } from '../../database/identity/members.ts';
import { readMentions } from '../../database/identity/mention-candidates.ts';
import {
  readMentionTotals,
  settleNamedEntities,
  writeMentions,
  type MentionTotals,
} from '../../database/identity/mention-write.ts';
import {
  readSaidMentions,
  syncMentions,
  writeMentionKeys,
  type MentionKeys,
  type SaidMention,
} from '../../database/identity/mentions.ts';
import { readNumbered } from '../../database/identity/reading.ts';
import { findUnkeyedRecords, writeRecordKeys, type StoredKeys } from '../../database/identity/record-keys.ts';
import { planMentions } from '../../reconcile/mentions/plan.ts';
import {
  KEY_FIELDS,
  readEnterpriseKeys,
  type EnterpriseKeys,
  type NameKind,
} from '../../reconcile/standardise/enterprise-keys.ts';
import { SOURCES } from './sources.ts';

const KIND = 'enterprise';

export interface MentionRun {
  readonly runId: string;
  /** Takes the keys of everything anew: rules of standardisation may have changed. */
  readonly whole: boolean;
}

function hashKeys({ organization, person, registration, names }: EnterpriseKeys): StoredKeys {
  const hashOf = (kind: string, key: string | null) => (key === null ? null : hashText(`${kind} ${key}`));
  return {
    organization: hashOf('organization', organization),
    person: hashOf('person', person),
    registration: hashOf('registration', registration),
    names: names.map((name) => hashText(`name ${name}`)),
  };
}

async function keyRecords(client: Client, whole: boolean): Promise<void> {
  const only = await findUnkeyedRecords(client, whole);
  if (only.length === 0) return;
  const reading = { kind: KIND, sources: SOURCES[KIND], fields: KEY_FIELDS, ...(whole ? {} : { only }) } as const;
  for await (const { recordNos, columns } of readNumbered(client, reading)) {
    await writeRecordKeys(client, recordNos, (row) =>
      hashKeys(
        readEnterpriseKeys(Object.fromEntries(KEY_FIELDS.map((field, at) => [field, columns[at]?.[row] ?? null]))),
      ),
    );
  }
}

function keysOf({ mentionNo, says }: SaidMention): MentionKeys {
  const keys = readEnterpriseKeys({
    name: says.name,
    formerName: says.former_name,
    legalCode: says.legal_code,
    uscc: says.uscc,
    organizationCode: says.organization_code,
    registrationNumber: says.registration_number,
    idNumber: says.id_number,
  });
  return { mentionNo, nameKind: keys.nameKind, ...hashKeys(keys) };
}

async function keyMentions(client: Client, whole: boolean): Promise<void> {
  for await (const said of readSaidMentions(client, whole)) await writeMentionKeys(client, said.map(keysOf));
}

/** @returns how many mentions there are and what became of them. */
export async function resolveMentions(client: Client, { runId, whole }: MentionRun): Promise<MentionTotals> {
  await syncMentions(client, runId);
  await keyRecords(client, whole);
  await keyMentions(client, whole);
  const mentions = await readMentions(client);
  const plan = planMentions(mentions.map((mention) => ({ ...mention, nameKind: mention.nameKind as NameKind })));
  const given = await giveOutIds(client, { kind: KIND, runId, namedOnly: true }, plan.created);
  const idOf = (entity: number): number => (entity < 0 ? (given[-entity - 1] ?? 0) : entity);
  await writeMentions(
    client,
    runId,
    mentions.map(({ mentionNo }, at) => {
      const entity = idOf(plan.entities[at] ?? 0);
      return { mentionNo, entity: entity === 0 ? null : entity, basis: plan.bases[at] ?? 'open_unknown' };
    }),
  );
  const events = plan.changes.map(({ event, entity, other }) => ({
    event,
    entity,
    other: idOf(other),
    recordNo: null,
    reason: 'mentions',
  }));
  await writeEvents(client, { kind: KIND, runId }, events);
  await settleNamedEntities(client, runId);
  return readMentionTotals(client);
}
