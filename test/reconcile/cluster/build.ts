/** Small clusterings written as text: records are letters, `A-B:12` a pair of weight 12, `A!B:12` one with a conflict. */
import { cluster } from '../../../reconcile/cluster/cluster.ts';
import { DEFAULT_MARGINS, PAIR_STATUSES, type ClusterInput } from '../../../reconcile/cluster/input.ts';
import { PairTable } from '../../../reconcile/cluster/pair-table.ts';

export interface Scene {
  readonly pairs: string;
  /** `A1 B2`: record A has the valid identifier 1. */
  readonly identifiers?: string;
  /** `A=B C#D`: judgements, numbered from 1. */
  readonly judged?: string;
  /** `A1 B1`: records of streams that hold each entity once. */
  readonly once?: string;
}

const recordOf = (letter: string | undefined): number => (letter ?? 'A').charCodeAt(0) - 65;
const words = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '');

export function sceneInput({ pairs, identifiers, judged, once }: Scene): ClusterInput {
  const letters = new Set(`${pairs}${identifiers ?? ''}${judged ?? ''}`.match(/[A-Z]/g));
  const records = Math.max(0, ...[...letters].map((letter) => recordOf(letter) + 1));
  const table = new PairTable();
  for (const word of words(pairs)) {
    const [, left, sign, right, weight] = /^([A-Z])([-!])([A-Z]):(-?[\d.]+)$/.exec(word) ?? [];
    table.add(recordOf(left), recordOf(right), Number(weight), sign === '!' ? 1 : 0);
  }
  const numbers = new Int32Array(records);
  for (const word of words(identifiers)) numbers[recordOf(word)] = Number(word.slice(1));
  const onePerStream = new Uint8Array(records);
  for (const word of words(once)) onePerStream[recordOf(word)] = Number(word.slice(1));
  const edges = words(judged).map((word, index) => ({
    sign: word[1],
    edge: { judgement: String(index + 1), left: recordOf(word[0]), right: recordOf(word[2]) },
  }));
  return {
    records,
    pairs: table,
    rules: { bands: { merge: 10, review: 0 }, ...DEFAULT_MARGINS },
    identifiers: [numbers],
    same: edges.filter(({ sign }) => sign === '=').map(({ edge }) => edge),
    different: edges.filter(({ sign }) => sign === '#').map(({ edge }) => edge),
    ...(once === undefined ? {} : { onePerStream }),
  };
}

/** `AB C`: clusters in the order of their first record. */
export function clustersOf(labels: Int32Array): string {
  const groups = new Map<number, string>();
  for (const [record, label] of labels.entries()) {
    groups.set(label, (groups.get(label) ?? '') + String.fromCharCode(65 + record));
  }
  return [...groups.values()].join(' ');
}

export function runScene(scene: Scene) {
  const input = sceneInput(scene);
  const { labels, statuses, contradictory } = cluster(input);
  return {
    clusters: clustersOf(labels),
    statuses: [...statuses].map((status) => PAIR_STATUSES[status] ?? ''),
    contradictory,
  };
}
