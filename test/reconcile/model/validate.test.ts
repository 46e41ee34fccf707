import { expect, it } from 'vitest';
import { ConfigurationError } from '../../../core/errors.ts';
import { all, edits, equal, not, overlap } from '../../../reconcile/model/condition.ts';
import { checkModel } from '../../../reconcile/model/validate.ts';
import type { EntityModel } from '../../../reconcile/model/model.ts';
import { SMALL_MODEL } from '../engine/small-model.ts';

const [first, ...others] = SMALL_MODEL.comparisons;
const withFirst = (over: Partial<EntityModel['comparisons'][number]>): EntityModel => ({
  ...SMALL_MODEL,
  comparisons: [{ ...first!, ...over }, ...others],
});
const when = (condition: ReturnType<typeof equal>) =>
  withFirst({ levels: [{ ...first!.levels[0]!, when: condition }, first!.levels[2]!] });

it('accepts what can be compiled', () => expect(() => checkModel(SMALL_MODEL)).not.toThrow());

it.each([
  ['an unknown column', when(equal('nmae')), 'comparison name: unknown column nmae'],
  ['an unknown column deep inside', when(all(not(equal('nmae')))), 'unknown column nmae'],
  ['a list where text is needed', when(edits('forms', 1)), 'edits needs a text column, forms is a list'],
  ['text where a list is needed', when(overlap('name')), 'overlap needs a list column, name is a text'],
  ['no last level', withFirst({ levels: first!.levels.slice(0, 2) }), 'the last level must have no condition'],
  ['a level twice', withFirst({ levels: [first!.levels[0]!, ...first!.levels] }), 'level of name equal: stands twice'],
  ['a list in a key', { ...SMALL_MODEL, blocking: [{ name: 'x', key: ['forms'] }] }, 'list forms belongs under items'],
  ['a rule without a key', { ...SMALL_MODEL, blocking: [{ name: 'x', key: [] }] }, 'blocking rule x: has no key'],
  ['a prior of 0', { ...SMALL_MODEL, prior: 0 }, 'prior 0'],
  ['bands upside down', { ...SMALL_MODEL, bands: { merge: 0, review: 1 } }, 'merge begins below review'],
  [
    'a column of another spelling',
    { ...SMALL_MODEL, columns: { ...SMALL_MODEL.columns, 'a b': 'text' } },
    'column a b',
  ],
] as const)('refuses %s', (_, model, message) => {
  expect(() => checkModel(model)).toThrow(ConfigurationError);
  expect(() => checkModel(model)).toThrow(message);
});
