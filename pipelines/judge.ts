/**
 * Judgements as they are made, one or a whole sheet: each is checked against the records and against what was judged
 * before, and what contradicts is refused with the reason. Everything happens in one transaction.
 */
import { userInfo } from 'node:os';
import type { Wording } from '../core/language.ts';
import type { Client, Database } from '../database/connection.ts';
import { readFieldValues } from '../database/identity/compared.ts';
import { insertImport, type NewImport } from '../database/identity/imports.ts';
import {
  appendJudgement,
  confirmJudgement,
  readLiveJudgements,
  type Judgement,
  type RecordVersion,
} from '../database/identity/judgements.ts';
import { SOURCES } from './reconcile/sources.ts';
import { COMPARED_FIELDS, versionOf, type FieldValues } from '../reconcile/judgements/compared.ts';
import { JudgementGraph } from '../reconcile/judgements/graph.ts';
import { IDENTIFIER_FIELDS, identifiersContradict, readIdentifiers } from '../reconcile/judgements/identifiers.ts';
import { findRefusal, type RefusalRule } from '../reconcile/judgements/refusals.ts';
import type { EntityKind, Verdict } from '../schemas/identity.ts';

export interface JudgementRequest {
  /** Canonical ids, in any order. */
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What the steward saw, in the order of left and right; left out where nothing was shown before. */
  readonly seen?: readonly [RecordVersion, RecordVersion];
}

export interface JudgeOptions {
  readonly kind: EntityKind;
  readonly by: string;
  /** The sheet the judgements come from. */
  readonly sheet?: Omit<NewImport, 'kind' | 'osUser' | 'by'>;
  /** `check` says what would happen and writes nothing. */
  readonly mode: 'apply' | 'check';
}

export interface JudgementOutcome {
  readonly request: JudgementRequest;
  /**
   * `appended`: in force with the next run; `waits`: needs a second person; `confirmed`: was the second person's word;
   * `refused`: nothing was written.
   */
  readonly outcome: 'appended' | 'waits' | 'confirmed' | 'refused';
  /** The live judgement on the pair before this one. */
  readonly before: Judgement | null;
  readonly rule: RefusalRule | null;
  readonly message: Wording | null;
}

interface Bench {
  readonly client: Client;
  readonly options: JudgeOptions;
  readonly osUser: string;
  readonly records: ReadonlyMap<string, FieldValues>;
  readonly live: Map<string, Judgement>;
  readonly graph: JudgementGraph;
  readonly importId: string | null;
}

const pairKey = (left: string, right: string): string => `${left}|${right}`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Canonical ids as PostgreSQL prints them; a text that is none stays as it is, and no record has it. */
function toUuid(id: string): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function inOrder(request: JudgementRequest): JudgementRequest {
  const [left, right] = [toUuid(request.left), toUuid(request.right)];
  if (left <= right) return { ...request, left, right };
  const { seen } = request;
  return { ...request, left: right, right: left, ...(seen ? { seen: [seen[1], seen[0]] as const } : {}) };
}

/** The live judgement that says the same and waits for a second person; null where none does. */
function findWaiting(before: Judgement | null, { verdict }: JudgementRequest): Judgement | null {
  return before?.joinsCodes === true && before.confirmedBy === null && before.verdict === verdict ? before : null;
}

async function judgeOne(bench: Bench, given: JudgementRequest): Promise<JudgementOutcome> {
  const { client, options, osUser, importId, records, live, graph } = bench;
  const { kind, by } = options;
  const { left, right, verdict, reason, seen } = inOrder(given);
  const before = live.get(pairKey(left, right)) ?? null;
  const waiting = findWaiting(before, given);
  const values = [records.get(left), records.get(right)] as const;
  const [leftVersion, rightVersion] = [versionOf(kind, values[0] ?? {}), versionOf(kind, values[1] ?? {})];
  const versions = [leftVersion, rightVersion] as const;
  const waitsFor = waiting?.by ?? null;
  const shown = seen ? { seen } : {};
  const refusal = findRefusal({ left, right, verdict, reason, by, values, versions, ...shown, waitsFor, graph });
  if (refusal) return { request: given, outcome: 'refused', before, ...refusal };
  const accepted = { request: given, before, rule: null, message: null } as const;
  if (waiting) {
    await confirmJudgement(client, waiting.id, { by, osUser, reason });
    live.set(pairKey(left, right), { ...waiting, confirmedBy: by });
    return { ...accepted, outcome: 'confirmed' };
  }
  const [one, other] = values.map((record) => readIdentifiers(record ?? {}));
  const joinsCodes =
    verdict === 'same' && one !== undefined && other !== undefined && identifiersContradict(one, other);
  const judgement = { kind, left, right, verdict, reason, by, osUser, leftVersion, rightVersion, joinsCodes, importId };
  const id = await appendJudgement(client, judgement);
  live.set(pairKey(left, right), { ...judgement, id, at: '', confirmedBy: null });
  graph.put({ id, left, right, verdict });
  return { ...accepted, outcome: joinsCodes ? 'waits' : 'appended' };
}

/** One steward at a time per kind: what contradicts is seen by the second. */
async function openBench(client: Client, options: JudgeOptions, requests: readonly JudgementRequest[]): Promise<Bench> {
  const { kind, by, sheet } = options;
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ggzy judge ${kind}`]);
  const judgements = await readLiveJudgements(client, kind);
  const given = requests.flatMap(({ left, right }) => [toUuid(left), toUuid(right)]);
  const ids = [...new Set(given.filter((id) => UUID.test(id)))];
  const fields = [...new Set([...COMPARED_FIELDS[kind], ...IDENTIFIER_FIELDS[kind]])];
  const osUser = userInfo().username;
  return {
    client,
    options,
    osUser,
    records: await readFieldValues(client, SOURCES[kind], fields, ids),
    live: new Map(judgements.map((judgement) => [pairKey(judgement.left, judgement.right), judgement])),
    graph: new JudgementGraph(judgements),
    importId: sheet ? await insertImport(client, { ...sheet, kind, osUser, by }) : null,
  };
}

/** Takes the requests in their order; a later one sees the earlier ones. @returns one outcome per request. */
export async function judge(
  database: Database,
  options: JudgeOptions,
  requests: readonly JudgementRequest[],
): Promise<{ readonly outcomes: readonly JudgementOutcome[]; readonly importId: string | null }> {
  return database.transaction(async (client) => {
    await client.query('savepoint judging');
    const bench = await openBench(client, options, requests);
    const outcomes: JudgementOutcome[] = [];
    for (const request of requests) outcomes.push(await judgeOne(bench, request));
    if (options.mode === 'check') await client.query('rollback to savepoint judging');
    return { outcomes, importId: options.mode === 'check' ? null : bench.importId };
  });
}
