import { expect, it } from 'vitest';
import { LIST_SEPARATOR } from '../../../reconcile/model/condition.ts';
import { expertStandard } from '../../../reconcile/standardise/expert-record.ts';
import { standardiseBatch } from '../../../reconcile/standardise/standard.ts';
import { withIdCheck } from '../../../scripts/demo-data/forms/check-digits.ts';

const ID = withIdCheck('54010219740307101');

it('takes birth date and sex from a valid number where the record has none', () => {
  expect(expertStandard.standardise({ name: '扎西', idNumber: ID })).toMatchObject({
    idNumber: ID,
    idKeys: ID,
    birthDate: '1974-03-07',
    sex: '1',
  });
});

it('brings a number of 15 digits to 18', () => {
  expect(expertStandard.standardise({ idNumber: '540102740307101' }).idNumber).toBe(ID);
});

it('keeps a failing number as text, with the numbers it may have been', () => {
  const columns = expertStandard.standardise({ idNumber: ID.replace('1974', '1947') });
  expect(columns).toMatchObject({ idNumber: null, idText: ID.replace('1974', '1947') });
  expect(columns.idCandidates?.split(LIST_SEPARATOR)).toContain(ID);
  expect(columns.idKeys).toBe(columns.idCandidates);
});

it.each([
  [{ name: '扎西', mobile: '13908910001' }, '1'],
  [{ name: '扎西', employer: '拉萨市水利局' }, null],
  [{ name: '扎西', idNumber: ID }, null],
])('%o: is it thin? %s', (values, isThin) => {
  expect(expertStandard.standardise(values).isThin).toBe(isThin);
});

it('counts an expert number only within its system', () => {
  const columns = expertStandard.standardise({ system: 'onestop', expertNumber: 'ZJ1' });
  expect(columns.numberInSystem).toBe('onestop/ZJ1');
});

it('gives a batch in the order of its columns', () => {
  const given: Readonly<Record<string, string>> = { name: '次仁', mobile: '139-0891-0001' };
  const columns = expertStandard.reads.map((field) => [given[field] ?? null, null]);
  const batch = standardiseBatch(expertStandard, { ids: ['a', 'b'], columns });
  const at = (column: string) => batch.columns[Object.keys(expertStandard.columns).indexOf(column)];
  expect(at('nameText')).toEqual(['次仁', null]);
  expect(at('mobiles')).toEqual(['13908910001', null]);
});
