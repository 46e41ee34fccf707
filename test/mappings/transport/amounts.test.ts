/** Amounts beside each other: project, section, bid and result. */
import { beforeEach, describe, expect, it } from 'vitest';
import { transport } from '../../../pipelines/systems/transport.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(transport);

beforeEach(() => {
  centre = openCentre();
});

const project = (XM_ID: string, more: Cells = {}): Cells => ({ XM_ID, XM_MC: '某县公路', ...more });
const section = (BD_ID: string, more: Cells = {}): Cells => ({ BD_ID, XM_ID: '1', BD_MC: '某标段', ...more });
const bid = (TB_ID: string, more: Cells = {}): Cells => ({ TB_ID, BD_ID: '1', TBR_MC: '西藏甲公司', ...more });
const yuan = (column: string, amount: string): Cells => ({ [column]: amount, [`${column}_DW`]: '元' });

interface Amounts {
  readonly title: string;
  readonly project: string;
  readonly sections: readonly string[];
  readonly bids?: readonly string[];
  readonly issues: readonly string[];
}

const AMOUNTS: readonly Amounts[] = [
  {
    title: 'of a project, three sections of very different size and their bids fit',
    project: '200000000',
    sections: ['150000000', '40000000', '2500000'],
    bids: ['148000000', '120000000'],
    issues: [],
  },
  {
    title: 'of a section typed in 万元 differ by 10,000 from the project',
    project: '200000000',
    sections: ['15000', '40000000', '50000000'],
    issues: ['jt_bd 1 KZJ money_unit_mismatch'],
  },
  {
    title: 'of a project typed in 万元 contradict its sections',
    project: '20000',
    sections: ['90000000', '40000000', '50000000'],
    issues: ['jt_xm 1 GSJE money_unit_mismatch'],
  },
  {
    title: 'of a bid ten thousand times too large are the slip of that bid',
    project: '200000000',
    sections: ['150000000'],
    bids: ['1480000000000', '120000000', '130000000'],
    issues: ['jt_tb 1 TBBJ money_unit_mismatch'],
  },
  {
    title: 'of a lone bid are its slip where the section agrees with the project',
    project: '2000000000',
    sections: ['1500000000'],
    bids: ['140000'],
    issues: ['jt_tb 1 TBBJ money_unit_mismatch'],
  },
  {
    title: 'that no slip explains are absurd',
    project: '200000000',
    sections: ['150000000'],
    bids: ['900000000000000'],
    issues: ['jt_tb 1 TBBJ money_absurd'],
  },
];

describe('amounts', () => {
  it.each(AMOUNTS)('$title', async ({ project: estimate, sections, bids = [], issues }) => {
    await centre.run({
      jt_xm: [project('1', yuan('GSJE', estimate))],
      jt_bd: sections.map((amount, index) => section(String(index + 1), yuan('KZJ', amount))),
      jt_tb: bids.map((amount, index) => bid(String(index + 1), yuan('TBBJ', amount))),
    });
    expect(await centre.issues()).toEqual(issues);
  });

  it('of a result stand beside the section, and a slip is loaded as delivered', async () => {
    await centre.run({
      jt_xm: [project('1')],
      jt_bd: [section('1', yuan('KZJ', '53000000'))],
      jt_zbjg: [{ JG_ID: '1', BD_ID: '1', ...yuan('ZBJ', '5200') }],
    });
    expect(await centre.issues()).toEqual(['jt_zbjg 1 ZBJ money_unit_mismatch']);
    expect(await centre.rows('tender_results', 'trim_scale(amount) as amount')).toEqual([{ amount: '5200' }]);
  });
});
