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
import { PROJECT, SECTION } from './streams-trade.ts';

const system = 'shannan';
const xm = takeFrom(PROJECT);
const bd = takeFrom(SECTION);
const trade = tradeOf<'category'>('category');
export const TENDER = { stream: 'project', entity: 'tender_project', kind: 'parent' } as const;
export const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const company = { only: 'organization' } as const;

export const projects = defineMapping({
  system,
  stream: PROJECT,
  version: 1,
  parts: [
    part(
      TenderProject,
      {
        selfCode: xm.identifier('project_no'),
        name: xm.text('name'),
        investmentCode: xm.investmentCode('invest_code'),
        tradeCategory: xm.code('category', TRADE_CATEGORY),
        tendererName: xm.organizationName('owner_name'),
        tendererCode: xm.partyCode('owner_code', 'legalCode', company),
        agencyName: xm.organizationName('agency_name'),
        divisionCode: xm.division('area_code'),
        estimate: xm.money('amount', '元'),
        establishedOn: xm.date('created_on'),
        modifiedAt: xm.timestamp('updated_at'),
      },
      { when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        code: xm.identifier('project_no'),
        name: xm.text('name'),
        investmentCode: xm.investmentCode('invest_code'),
        procurementClass: trade.procurementClass,
        purchaserName: xm.organizationName('owner_name'),
        agencyName: xm.organizationName('agency_name'),
        divisionCode: xm.division('area_code'),
        budget: xm.money('amount', '元'),
        createdAt: xm.timestamp('created_on'),
        modifiedAt: xm.timestamp('updated_at'),
      },
      { when: trade.purchase },
    ),
    mention(xm, {
      role: 'owner',
      partyRole: trade.role('tenderer', 'purchaser'),
      name: 'owner_name',
      code: 'owner_code',
      ...company,
    }),
    mention(xm, {
      role: 'agency',
      partyRole: trade.role('tender_agency', 'purchase_agency'),
      name: 'agency_name',
      ...company,
    }),
  ],
});

export const sections = defineMapping({
  system,
  stream: SECTION,
  version: 1,
  parts: [
    part(
      Section,
      {
        tenderProjectId: bd.reference('project_id', TENDER),
        name: bd.text('name'),
        estimate: bd.money('estimate', '元'),
        termText: bd.text('days'),
        termDays: bd.days('days'),
        modifiedAt: bd.timestamp('updated_at'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchasePackage,
      {
        projectId: bd.reference('project_id', PURCHASE),
        name: bd.text('name'),
        budget: bd.money('estimate', '元'),
        modifiedAt: bd.timestamp('updated_at'),
      },
      { follows: 'projectId' },
    ),
  ],
  neighbours: LOT_BESIDE_PROJECT,
});
