/** Agreement of two groupings, apart by how many records of a pair show a valid identifier. */
import { countAgreement, type Agreement } from './quality.ts';

/** How many of the two records hold a valid identifier. */
export type Evidence = 'both' | 'one' | 'none';

/**
 * @param identified 1 where the record holds a valid identifier.
 * @returns pairs inside groups; `all` is every pair. Pairs between records with and without are those of all less those
 * inside each kind.
 */
export function countByEvidence(
  found: Int32Array,
  truth: Int32Array,
  identified: Uint8Array,
): Readonly<Record<Evidence | 'all', Agreement>> {
  const all = countAgreement(found, truth);
  const among = (kind: number): Agreement => {
    const records = Array.from(identified.keys()).filter((record) => identified[record] === kind);
    const pick = (labels: Int32Array) => Int32Array.from(records, (record) => labels[record]!);
    return countAgreement(pick(found), pick(truth));
  };
  const [none, both] = [among(0), among(1)];
  const one = {
    hits: all.hits - none.hits - both.hits,
    claimed: all.claimed - none.claimed - both.claimed,
    actual: all.actual - none.actual - both.actual,
  };
  return { all, both, one, none };
}
