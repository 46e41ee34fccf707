/** Wrong amounts of the one-stop centre: texts in 万元, so that a clerk can type anything. */
import type { Spec } from '../dirt/plant.ts';
import { capitalNumerals } from '../forms/money.ts';
import { textOf, type Row } from '../types.ts';

const AMOUNTS = ['TZXM.ZTZ', 'ZBFAHZ.GSJE'];

/** The whole yuan behind an amount in 万元. */
const yuan = (text: string): number => Math.round(Number(text) * 10_000);

/** Four decimals, as the element has them. */
const shrunk = (text: string): string => (Number(text) / 10_000).toFixed(4);

export interface Families {
  readonly projectOf: ReadonlyMap<string, Row>;
  readonly plansOf: ReadonlyMap<string, readonly Row[]>;
}

export function familiesOf(projects: readonly Row[], plans: readonly Row[]): Families {
  const plansOf = Map.groupBy(plans, (plan) => textOf(plan, 'XMDM'));
  return { projectOf: new Map(projects.map((row) => [textOf(row, 'XMDM'), row])), plansOf };
}

/** Amounts that are to tell the slip of another must be sound, and stay so. */
function keepSound(rows: readonly Row[], field: string): boolean {
  if (rows.length === 0 || rows.some((row) => row.locked || row.deleted || row.fixed.has(field))) return false;
  for (const row of rows) row.fixed.add(field);
  return true;
}

function slips({ projectOf, plansOf }: Families): readonly Spec[] {
  const kind = 'money_unit_mismatch';
  return [
    {
      kind,
      outcome: 'warn',
      targets: ['ZBFAHZ.GSJE'],
      guards: ['XMDM'],
      rate: 0.02,
      // Typed in 元, or in 亿元 as it was said in the meeting.
      damage: ({ text, random, row }) => {
        const project = projectOf.get(textOf(row, 'XMDM'));
        if (project === undefined || !keepSound([project], 'ZTZ')) return null;
        return { cell: random.chance(0.5) ? String(yuan(text)) : shrunk(text), expected: String(yuan(text)) };
      },
    },
    {
      kind,
      outcome: 'warn',
      targets: ['TZXM.ZTZ'],
      rate: 0.01,
      damage: ({ text, row }) => {
        const plans = plansOf.get(textOf(row, 'XMDM')) ?? [];
        return keepSound(plans, 'GSJE') ? { cell: shrunk(text), expected: String(yuan(text)) } : null;
      },
    },
  ];
}

const FORMS: readonly Spec[] = [
  {
    kind: 'money_negative',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.006,
    damage: ({ text }) => ({ cell: `-${text}` }),
  },
  {
    kind: 'money_absurd',
    outcome: 'quarantine',
    targets: AMOUNTS,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(['9999999999', '88888888888']) }),
  },
  {
    kind: 'money_capital',
    outcome: 'repair',
    targets: AMOUNTS,
    rate: 0.012,
    damage: ({ text }) => ({ cell: capitalNumerals(yuan(text)), expected: String(yuan(text)) }),
  },
  {
    kind: 'money_sci',
    outcome: 'repair',
    targets: AMOUNTS,
    rate: 0.01,
    damage: ({ text }) => {
      const [mantissa = '', exponent = ''] = Number(text).toExponential().split('e+');
      return exponent === '' ? null : { cell: `${mantissa}E+0${exponent}`, expected: String(yuan(text)) };
    },
  },
  {
    kind: 'money_suffix',
    outcome: 'repair',
    targets: AMOUNTS,
    rate: 0.012,
    damage: ({ text, random }) => ({
      cell: random.pick([`${text}万元`, `${text}万`, `${yuan(text)}元`]),
      expected: String(yuan(text)),
    }),
  },
  {
    kind: 'money_text',
    outcome: 'warn',
    targets: AMOUNTS,
    rate: 0.01,
    damage: ({ random }) => ({ cell: random.pick(['详见批复', '以概算为准']) }),
  },
];

/** Slips first: they need neighbours that nothing else has touched. */
export function moneySpecs(families: Families): readonly Spec[] {
  return [...slips(families), ...FORMS];
}
