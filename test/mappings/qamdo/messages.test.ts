import { expect, it } from 'vitest';
import { notices, results } from '../../../mappings/qamdo/announcements.ts';
import { enterprises, experts } from '../../../mappings/qamdo/parties.ts';
import { projects, sections } from '../../../mappings/qamdo/trade.ts';
import { mapOne } from '../../setup/mapping.ts';

const sent = { DATA_KEY: 'k1', DATA_TYPE: '1', DATA_TIMESTAMP: '20201130181107' };

it.each([
  ['0', '30000', '30000'],
  ['1', '30000', '300000000'],
  ['1', '0.5', '5000'],
])('capital in the unit of code %s', (REG_UNIT, REG_CAPITAL, expected) => {
  const { values, issues } = mapOne(enterprises, { ...sent, LEGAL_NAME: '某公司', REG_UNIT, REG_CAPITAL });
  expect(values['']?.['registeredCapital']).toBe(expected);
  expect(issues).toEqual([]);
});

it('a unit nobody knows is an issue, and no amount', () => {
  const { values, issues } = mapOne(sections, { ...sent, CONTRACT_RECKON_PRICE: '7', PRICE_UNIT: '8' });
  expect(values['']?.['estimate']).toBeUndefined();
  expect(issues).toContain('PRICE_UNIT code_unknown loaded');
});

it('one message is one specialty of an expert', () => {
  const { values } = mapOne(experts, {
    ...sent,
    EXPERT_NAME: '平措',
    BASE_TYPE: '1',
    MAJOR_CODE: 'A020115',
    IS_MAIN: '1',
  });
  expect(values['']).toMatchObject({ name: '平措', baseType: '1' });
  expect(values['specialty']).toMatchObject({ code: 'A020115', isMain: true, classification: '2018' });
});

it('a project keeps the code of the platform beside its own number, in both trades', () => {
  const codes = { TENDER_PROJECT_CODE: 'E5403000001109304001', TENDER_SELF_CODE: 'XZZC2017-68200' };
  const tender = mapOne(projects, { ...sent, ...codes, TENDER_PROJECT_TYPE: 'A10', TENDER_MODE: '1' });
  expect(tender.values['']).toMatchObject({
    platformCode: codes.TENDER_PROJECT_CODE,
    selfCode: 'XZZC2017-68200',
    mode: '1',
  });
  const purchase = mapOne(projects, { ...sent, ...codes, TENDER_PROJECT_TYPE: 'D02', TENDER_MODE: '2' });
  expect(purchase.values['']).toMatchObject({
    platformCode: codes.TENDER_PROJECT_CODE,
    code: 'XZZC2017-68200',
    method: '2',
  });
});

it('what refers to a project by its code is resolved later', () => {
  const { values } = mapOne(notices, {
    ...sent,
    TENDER_PROJECT_CODE: 'E54',
    NOTICE_NAME: '招标公告',
    BULLETIN_TYPE: '1',
  });
  expect(values['']).toEqual({ noticeType: '1', title: '招标公告' });
  expect(
    mapOne(results, { ...sent, BID_SECTION_CODE: 'E54', BID_AMOUNT: '2', PRICE_UNIT: '1' }).values['']?.['amount'],
  ).toBe('20000');
});
