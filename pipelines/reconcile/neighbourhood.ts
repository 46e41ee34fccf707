/** What a run clusters: everything, or what hangs together with what has changed. */
import { readJudgedSince } from '../../database/identity/judgements.ts';
import { findNeighbourhood, readPairsAmong } from '../../database/identity/pairs.ts';
import type { TouchedRecord } from '../../database/identity/records.ts';
import { PairTable } from '../../reconcile/cluster/pair-table.ts';
import { placePairs, readScope, scorePairs, type Finding, type FoundPairs } from './find-pairs.ts';
import type { JudgedRecords } from './judged.ts';
import type { Scope } from './scope.ts';

export /** Records to cluster, and every kept pair among them. */
interface Neighbourhood {
  readonly scope: Scope;
  /** By position in the scope. */
  readonly pairs: PairTable;
  readonly found: FoundPairs;
}

const NOTHING: FoundPairs = { pairs: new PairTable(), scored: 0, apart: 0 };

export async function everything(finding: Finding, scope: Scope): Promise<Neighbourhood> {
  const found = await scorePairs(finding);
  return { scope, pairs: placePairs(scope, found.pairs), found };
}

export interface Changes {
  readonly touched: readonly TouchedRecord[];
  readonly judged: JudgedRecords;
  /** Moment the run before began. */
  readonly since: string;
}

/** What is touched, what it meets, and all that hangs together with either. */
export async function nearChanges(finding: Finding, { touched, judged, since }: Changes): Promise<Neighbourhood> {
  const { client, kind } = finding;
  const here = touched.filter(({ change }) => change !== 'gone').map(({ recordNo }) => recordNo);
  const found = here.length === 0 ? NOTHING : await scorePairs(finding, Int32Array.from(here));
  const seeds = new Set([
    ...touched.map(({ recordNo }) => recordNo),
    ...found.pairs.left,
    ...found.pairs.right,
    ...(await readJudgedSince(client, kind, since)),
  ]);
  const links = judged.same.map(({ left, right }) => [left, right] as const);
  const members = await findNeighbourhood(client, kind, Int32Array.from(seeds), links);
  const scope = await readScope(finding, members);
  const pairs = placePairs(scope, found.pairs);
  for (const pair of await readPairsAmong(client, kind, members)) {
    const [left, right] = [scope.positionOf(pair.left), scope.positionOf(pair.right)];
    if (left >= 0 && right >= 0) pairs.add(left, right, pair.weight, pair.conflict);
  }
  return { scope, pairs, found };
}
