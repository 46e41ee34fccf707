/** Which records belong to one undertaking. Pure: records come in through readers, links go out. */
import type { MatterInput, MatterResult } from './contract.ts';

export type {
  JudgedPair,
  LinkRule,
  LinkStatus,
  MatterInput,
  MatterLink,
  MatterResult,
  MatterRole,
} from './contract.ts';

/**
 * Reads every record that may belong to a matter and says which belong together.
 *
 * The same records give the same result in any order of reading; a judgement `same` joins whatever the rules say, a
 * judgement `different` keeps the two in different matters, whatever lies between them.
 */
export type FindMatters = (input: MatterInput) => Promise<MatterResult>;
