/** The set rules, in the order they run: each sees the verdicts of those before it. */
import { deletions } from './deletions.ts';
import { duplicates } from './duplicates.ts';
import { neighbours } from './neighbours.ts';
import { parents } from './parents.ts';
import { references } from './references.ts';
import type { SetRule } from './rule.ts';

export const SET_RULES: readonly SetRule[] = [duplicates, parents, references, neighbours, deletions];
