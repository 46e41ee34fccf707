/**
 * How likely somebody else holds a value that one person holds. Of n people with a name, n − 1 are others; for a name only
 * one identified person bears, the chance of another bearer is not none: it is estimated by how often names with one other
 * bearer occur beside names with none. I. Good, The population frequencies of species, 1953.
 */
import type { FrequencyTable } from '../model/trained.ts';

/** Others stand for a value nobody else is known to hold, between these. */
const FEWEST = 0.05;

/**
 * @param table people who hold each value, 1 where it is left out.
 * @returns a table in which a value's share (holders ÷ people) is the chance that another person holds it too.
 */
export function countOthers({ people, holders }: FrequencyTable): FrequencyTable {
  const counts = Object.values(holders);
  const inCompany = counts.reduce((sum, count) => sum + count, 0);
  const inPairs = 2 * counts.filter((count) => count === 2).length;
  const alone = Math.max(people - inCompany, 1);
  const unseen = Math.min(Math.max(inPairs / alone, FEWEST), 1);
  return {
    people: people / unseen,
    holders: Object.fromEntries(Object.entries(holders).map(([value, count]) => [value, (count - 1) / unseen])),
  };
}
