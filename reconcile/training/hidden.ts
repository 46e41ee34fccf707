import { columnsOf } from '../model/condition.ts';
import type { Comparison, TrainingRule } from '../model/model.ts';

/** Whether the rule's pairs say nothing about a comparison, because they were chosen by it. */
export function isHidden(comparison: Comparison, { key, items, hides = [] }: TrainingRule): boolean {
  if (hides.includes(comparison.name)) return true;
  const chosenBy = new Set(key.map((part) => (typeof part === 'string' ? part : part.column)));
  if (items !== undefined) chosenBy.add(items);
  return comparison.levels.some(({ when }) => when !== undefined && columnsOf(when).some((name) => chosenBy.has(name)));
}
