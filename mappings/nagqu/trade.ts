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
import { PROJECTS, SECTIONS } from './streams-trade.ts';

const system = 'nagqu';
const xm = takeFrom(PROJECTS);
const bd = takeFrom(SECTIONS);
const trade = tradeOf<'category'>('category');
export const TENDER = { stream: 'projects', entity: 'tender_project', kind: 'parent' } as const;
export const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const company = { only: 'organization' } as const;

export const projects = defineMapping({
  system,
  stream: PROJECTS,
  version: 1,
  parts: [
    part(
      TenderProject,
      {
        selfCode: xm.identifier('projectCode'),
        name: xm.text('projectName'),
        investmentCode: xm.investmentCode('investCode'),
        tradeCategory: xm.code('category', TRADE_CATEGORY),
        tendererName: xm.organizationName('tenderer'),
        agencyName: xm.organizationName('agency'),
        divisionCode: xm.division('areaNo'),
        estimate: xm.money('amount', '元'),
        establishedOn: xm.date('createDate'),
        modifiedAt: xm.timestamp('updateTime'),
      },
      { when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        code: xm.identifier('projectCode'),
        name: xm.text('projectName'),
        investmentCode: xm.investmentCode('investCode'),
        procurementClass: trade.procurementClass,
        purchaserName: xm.organizationName('tenderer'),
        agencyName: xm.organizationName('agency'),
        divisionCode: xm.division('areaNo'),
        budget: xm.money('amount', '元'),
        createdAt: xm.timestamp('createDate'),
        modifiedAt: xm.timestamp('updateTime'),
      },
      { when: trade.purchase },
    ),
    mention(xm, { role: 'owner', partyRole: trade.role('tenderer', 'purchaser'), name: 'tenderer', ...company }),
    mention(xm, {
      role: 'agency',
      partyRole: trade.role('tender_agency', 'purchase_agency'),
      name: 'agency',
      ...company,
    }),
  ],
});

export const sections = defineMapping({
  system,
  stream: SECTIONS,
  version: 1,
  parts: [
    part(
      Section,
      {
        tenderProjectId: bd.reference('projectId', TENDER),
        name: bd.text('bidSectionName'),
        estimate: bd.money('estimate', '元'),
        termText: bd.text('days'),
        termDays: bd.days('days'),
        modifiedAt: bd.timestamp('updateTime'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchasePackage,
      {
        projectId: bd.reference('projectId', PURCHASE),
        name: bd.text('bidSectionName'),
        budget: bd.money('estimate', '元'),
        modifiedAt: bd.timestamp('updateTime'),
      },
      { follows: 'projectId' },
    ),
  ],
  neighbours: LOT_BESIDE_PROJECT,
});
