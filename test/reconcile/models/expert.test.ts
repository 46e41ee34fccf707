import { expect, it } from 'vitest';
import { checkModel } from '../../../reconcile/model/validate.ts';
import { expertModel } from '../../../reconcile/models/expert.ts';
import { expertStandard } from '../../../reconcile/standardise/expert-record.ts';
import { withIdCheck } from '../../../scripts/demo-data/forms/check-digits.ts';
import { judgeEach, judgeTogether, type Given } from './build.ts';

const ID = withIdCheck('54010219740307101');
const TWIN_ID = withIdCheck('54010219740307103');
const SLIPPED = ID.replace('1974', '1947');
const home = { address: '拉萨市城关区林廓北路12号3栋2单元501', birthDate: '1974-03-07' };
const office = { employer: '拉萨市城关区水利局' };
const whole: Given = { name: '洛桑平措', idNumber: ID, mobile: '13908910001', ...home, ...office, title: '工程师' };

it('is a model every engine accepts', () => {
  expect(() => checkModel(expertModel)).not.toThrow();
});

const line = { otherPhone: '0891-6330001' };
const CASES: readonly (readonly [what: string, other: Given, verdict: string])[] = [
  ['the same number, whatever else changed', { name: '洛桑平措', idNumber: ID, employer: '那曲市水利局' }, 'joined'],
  ['a number with two swapped digits', { name: '洛桑彭措', idNumber: SLIPPED }, 'joined'],
  ['spelling, and the mobile', { name: '罗桑彭措', mobile: '139-0891-0001' }, 'joined'],
  ['a contraction, and the mobile', { name: '洛平', mobile: '13908910001' }, 'joined'],
  ['a dot, and the birth date', { name: '洛桑·平措', birthDate: '1974-03-07' }, 'joined'],
  ['a rare name, employer and title', { name: '洛桑平措', ...office, title: '工程师' }, 'joined'],
  ['a lost character, and the address', { name: '洛桑平?', ...home }, 'joined'],
  ['a mobile with a digit too many', { name: '洛桑平措', mobile: '139089100011' }, 'joined'],
  ['a name alone', { name: '洛桑平措' }, 'review'],
  ['a name and another mobile', { name: '洛桑平措', mobile: '13908910099' }, 'review'],
  ['a number with another name', { name: '央金卓嘎', idNumber: ID }, 'review'],
  ['the office and its line, another title', { name: '洛桑平措', ...line, ...office, title: '会计师' }, 'review'],
  ['two valid numbers', { ...whole, idNumber: withIdCheck('54010219800101105') }, 'conflict'],
  ['twins with both numbers', { ...whole, name: '洛桑次仁', idNumber: TWIN_ID }, 'conflict'],
  ['twins, one without number', { ...whole, name: '洛桑次仁', idNumber: null, mobile: '13908910002' }, 'review'],
  ['twins with a shared telephone', { ...whole, name: '洛桑次仁', idNumber: null }, 'review'],
  ['a colleague at the same telephone', { name: '次旦卓嘎', mobile: '13908910001', ...office }, 'apart'],
  ['father and son of one house', { name: '平措', address: home.address, mobile: '13908910001' }, 'apart'],
];
const verdicts = judgeEach(expertModel, expertStandard, [{ ...whole, ...line }, ...CASES.map(([, other]) => other)]);

it.each(CASES.map(([what, , verdict], index) => [what, verdict, index] as const))(
  '%s: %s',
  async (_, verdict, index) => {
    expect((await verdicts)[index]).toBe(verdict);
  },
);

it('gives a record that fits two namesakes of one office to neither', async () => {
  const namesake = { ...whole, idNumber: withIdCheck('54010219800101105'), birthDate: '1980-01-01', mobile: null };
  const first = { ...whole, mobile: null };
  const verdict = await judgeTogether('expert', { model: expertModel, standard: expertStandard }, [
    first,
    namesake,
    { name: '洛桑平措', ...office, title: '工程师' },
  ]);
  expect([verdict(0, 1), verdict(0, 2), verdict(1, 2)]).toEqual(['conflict', 'review', 'review']);
});
