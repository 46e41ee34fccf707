/** Wrong amounts of the public site: the register keeps figures in 万元, a notice says its unit beside or inside the text. */
import type { Damage, DamageRequest, Spec } from '../dirt/plant.ts';
import { capitalNumerals, wan } from '../forms/money.ts';
import { textOf, type Row } from '../types.ts';

const AMOUNT = ['xx_gg.ZBJE'];
const UNIT = ['JEDW'];

/** Whole yuan behind the announced figure. */
function yuanOf(row: Row): number {
  const figure = Number(textOf(row, 'ZBJE'));
  return Math.round(textOf(row, 'JEDW') === '万元' ? figure * 10_000 : figure);
}

/** 57037651 → 5.7037651E+7 */
function scientific(yuan: number): string {
  const digits = String(yuan);
  const fraction = digits.slice(1).replace(/0+$/, '');
  return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}E+${digits.length - 1}`;
}

function rewritten(
  kind: string,
  rate: number,
  write: (yuan: number, request: DamageRequest) => Omit<Damage, 'expected'>,
): Spec {
  return {
    kind,
    outcome: 'repair',
    targets: AMOUNT,
    guards: UNIT,
    rate,
    damage: (request) => {
      const yuan = yuanOf(request.row);
      return { ...write(yuan, request), expected: String(yuan) };
    },
  };
}

export const EGOV_MONEY_SPECS: readonly Spec[] = [
  rewritten('money_unit_missing', 0.03, (yuan, { random }) => ({
    cell: wan(yuan),
    also: { JEDW: random.chance(0.5) ? null : '' },
  })),
  rewritten('money_suffix', 0.03, (yuan, { random }) => ({
    cell: random.chance(0.5) ? `${wan(yuan)}万元` : `${yuan}元`,
  })),
  rewritten('money_capital', 0.02, (yuan) => ({ cell: capitalNumerals(yuan) })),
  rewritten('money_sci', 0.02, (yuan) => ({ cell: scientific(yuan), also: { JEDW: '元' } })),
  {
    kind: 'money_text',
    outcome: 'warn',
    targets: AMOUNT,
    guards: UNIT,
    rate: 0.02,
    damage: ({ random }) => ({ cell: random.pick(['详见公告', '下浮6.5%', '按实结算', '费率1.2‰']) }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: ['xx_gg.JEDW'],
    guards: ['ZBJE'],
    rate: 0.01,
    damage: ({ random }) => ({ cell: random.pick(['卢布', 'W', '藏元']) }),
  },
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: [...AMOUNT, 'ztk_qyjbxx.ZCZB'],
    rate: 0.004,
    damage: ({ text }) => (Number(text) > 0 ? { cell: `-${text}` } : null),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: [...AMOUNT, 'ztk_qyjbxx.ZCZB'],
    rate: 0.004,
    damage: ({ text }) => ({ cell: text.includes('.') ? '9999999999.0000' : '99999999999999' }),
  },
];
