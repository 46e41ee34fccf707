/** Which records belong to one undertaking. Pure: records come in through readers, links go out. */
import type { MatterInput, MatterResult } from './contract.ts';
import { Joining } from './joining.ts';
import { readMatterRecords } from './read.ts';

export type {
  JudgedPair,
  LinkRule,
  LinkStatus,
  MatterInput,
  MatterLink,
  MatterResult,
  MatterRole,
} from './contract.ts';
export { COMPARISONS, MATTER_BANDS } from './comparisons.ts';
export { explainPair } from './explain.ts';
export { readMatterRecord } from './record.ts';
export { LINK_RULES } from './rules.ts';
export { fieldsOf, MATTER_SOURCES } from './sources.ts';

/**
 * Reads every record that may belong to a matter and says which belong together.
 *
 * The same records give the same result in any order of reading; a judgement `same` joins whatever the rules say, a
 * judgement `different` keeps the two in different matters, whatever lies between them.
 */
export async function findMatters(input: MatterInput): Promise<MatterResult> {
  const matters = new Joining(await readMatterRecords(input));
  matters.judge(input.judged ?? []);
  matters.joinReferences();
  matters.joinByNumber();
  matters.joinByName();
  return matters.result();
}
