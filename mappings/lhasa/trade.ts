/** Projects with their lots. A project is a tender or a government purchase, by its category. */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { LOT_BESIDE_PROJECT, tradeOf } from '../take/trade.ts';
import { QZK_BD, QZK_XM } from './streams-trade.ts';

const system = 'lhasa';
const xm = takeFrom(QZK_XM);
const bd = takeFrom(QZK_BD);
const trade = tradeOf<'JYLB'>('JYLB');
export const TENDER = { stream: 'qzk_xm', entity: 'tender_project', kind: 'parent' } as const;
export const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const company = { only: 'organization' } as const;

export const projects = defineMapping({
  system,
  stream: QZK_XM,
  version: 1,
  parts: [
    part(
      TenderProject,
      {
        selfCode: xm.identifier('XMBH'),
        name: xm.text('XMMC'),
        investmentCode: xm.investmentCode('TZXMDM'),
        tradeCategory: xm.code('JYLB', TRADE_CATEGORY),
        tendererName: xm.organizationName('ZBR'),
        tendererCode: xm.partyCode('ZBRDM', 'legalCode', company),
        agencyName: xm.organizationName('ZBDL'),
        divisionCode: xm.division('XZQH'),
        estimate: xm.money('XMJE', '元'),
        establishedOn: xm.date('LXSJ'),
        modifiedAt: xm.timestamp('OP_TIME'),
      },
      { when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        code: xm.identifier('XMBH'),
        name: xm.text('XMMC'),
        investmentCode: xm.investmentCode('TZXMDM'),
        procurementClass: trade.procurementClass,
        purchaserName: xm.organizationName('ZBR'),
        agencyName: xm.organizationName('ZBDL'),
        divisionCode: xm.division('XZQH'),
        budget: xm.money('XMJE', '元'),
        createdAt: xm.timestamp('LXSJ'),
        modifiedAt: xm.timestamp('OP_TIME'),
      },
      { when: trade.purchase },
    ),
    mention(xm, {
      role: 'owner',
      partyRole: trade.role('tenderer', 'purchaser'),
      name: 'ZBR',
      code: 'ZBRDM',
      ...company,
    }),
    mention(xm, {
      role: 'agency',
      partyRole: trade.role('tender_agency', 'purchase_agency'),
      name: 'ZBDL',
      ...company,
    }),
  ],
});

export const sections = defineMapping({
  system,
  stream: QZK_BD,
  version: 1,
  parts: [
    part(
      Section,
      {
        tenderProjectId: bd.reference('XMBM', TENDER),
        name: bd.text('BDMC'),
        estimate: bd.money('GSJ', '元'),
        termText: bd.text('GQ'),
        termDays: bd.days('GQ'),
        modifiedAt: bd.timestamp('OP_TIME'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchasePackage,
      {
        projectId: bd.reference('XMBM', PURCHASE),
        name: bd.text('BDMC'),
        budget: bd.money('GSJ', '元'),
        modifiedAt: bd.timestamp('OP_TIME'),
      },
      { follows: 'projectId' },
    ),
  ],
  neighbours: LOT_BESIDE_PROJECT,
});
