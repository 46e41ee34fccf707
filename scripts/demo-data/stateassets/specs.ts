/** Defects of the state property centre: whatever a clerk can type into a cell. */
import { isValidId, isValidUscc } from '../forms/check-digits.ts';
import { stretch } from '../dirt/damage.ts';
import { chineseDate, looseDate } from '../forms/dates.ts';
import { targets, type Spec } from '../dirt/plant.ts';
import { ASSET_MONEY_SPECS } from './specs-money.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';

const DATES = ['实物资产挂牌.挂牌日期', '股权挂牌.挂牌日期', '成交结果.成交日期'];
const CODES = [
  '成交结果.受让方代码',
  '转受让方名录.代码',
  '股权挂牌.标的企业代码',
  '实物资产挂牌.转让方代码',
  '股权挂牌.转让方代码',
];
const PERSON_CODES = ['成交结果.受让方代码', '转受让方名录.代码'];
const TEXTS = [
  ...targets('实物资产挂牌', '标的名称'),
  ...targets('股权挂牌', '标的企业名称'),
  ...targets('成交结果', '标的名称', '受让方名称'),
  ...targets('转受让方名录', '名称', '地址'),
];
const STRAY_CODES: Readonly<Record<string, string>> = {
  资产类别: '珠宝',
  状态: '待审',
  交易方式: '摇号',
  类型: '中介方',
};

const OTHER: readonly Spec[] = [
  {
    kind: 'date_impossible',
    outcome: 'warn',
    targets: DATES,
    rate: 0.01,
    damage: ({ text, random }) => {
      const year = text.slice(0, 4);
      const day = `${year}-${random.pick(['02-30', '04-31', '13-05', '06-31', '11-31'])}`;
      return { cell: random.pick([day, looseDate(day, '.'), looseDate(day, '年'), chineseDate(`${year}-02-30`)]) };
    },
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: DATES,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(['1900-01-01', '9999-12-31', '1900.1.1']) }),
  },
  {
    kind: 'code_rounded',
    outcome: 'warn',
    targets: CODES,
    rate: 0.015,
    damage: ({ text }) => {
      const whole = /^\d{18}$/.test(text) && !text.endsWith('000') && (isValidId(text) || isValidUscc(text));
      return whole ? { cell: Number(`${text.slice(0, 15)}000`) } : null;
    },
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: [...targets('实物资产挂牌', '资产类别', '状态', '交易方式'), '股权挂牌.状态', '转受让方名录.类型'],
    rate: 0.004,
    damage: ({ field }) => ({ cell: STRAY_CODES[field] ?? '' }),
  },
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: ['实物资产挂牌.标的名称', '转受让方名录.地址'],
    rate: 0.003,
    damage: ({ text, random }) => ({ cell: stretch(random, text, 300) }),
  },
];

export const ASSET_SPECS: readonly Spec[] = [
  ...ASSET_MONEY_SPECS,
  ...OTHER,
  ...idSpecs(PERSON_CODES, PERSON_CODES, []),
  ...codeSpecs(CODES),
  phoneSpec(['转受让方名录.联系电话']),
  ...textSpecs(TEXTS, TEXTS, ['转受让方名录.地址', '实物资产挂牌.备注']),
];
