/**
 * Projects with their lots. A project is a tender or a government purchase, by its category. What belongs to it names it by
 * the code of the platform, never by the key of a message.
 */
import { REGIONAL_TENDER_MODE, PROCUREMENT_METHOD } from '../../schemas/codes/lists.ts';
import { CURRENCY, TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { LOT_BESIDE_PROJECT, tradeOf } from '../take/trade.ts';
import { MODE_OF } from './lookups.ts';
import { SECTION, TENDER_PROJECT } from './streams-trade.ts';

const system = 'qamdo';
const tp = takeFrom(TENDER_PROJECT);
const se = takeFrom(SECTION);
const trade = tradeOf<'TENDER_PROJECT_TYPE'>('TENDER_PROJECT_TYPE');
export const TENDER = {
  stream: 'TENDER_PROJECT',
  entity: 'tender_project',
  kind: 'parent',
  by: 'TENDER_PROJECT_CODE',
} as const;
export const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const company = { only: 'organization' } as const;

export const projects = defineMapping({
  system,
  stream: TENDER_PROJECT,
  version: 1,
  parts: [
    part(
      TenderProject,
      {
        platformCode: tp.identifier('TENDER_PROJECT_CODE'),
        selfCode: tp.identifier('TENDER_SELF_CODE'),
        name: tp.text('TENDER_PROJECT_NAME'),
        tradeCategory: tp.code('TENDER_PROJECT_TYPE', TRADE_CATEGORY),
        mode: tp.lookup('TENDER_MODE', REGIONAL_TENDER_MODE, MODE_OF),
        tendererName: tp.organizationName('TENDERER_NAME'),
        tendererCode: tp.partyCode('TENDERER_CODE', 'legalCode', company),
        agencyName: tp.organizationName('TENDER_AGENCY_NAME'),
        divisionCode: tp.division('REGION_CODE'),
        establishedOn: tp.date('CREATE_TIME'),
        modifiedAt: tp.timestamp('DATA_TIMESTAMP'),
      },
      { when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        platformCode: tp.identifier('TENDER_PROJECT_CODE'),
        code: tp.identifier('TENDER_SELF_CODE'),
        name: tp.text('TENDER_PROJECT_NAME'),
        procurementClass: trade.procurementClass,
        method: tp.lookup('TENDER_MODE', PROCUREMENT_METHOD, MODE_OF),
        purchaserName: tp.organizationName('TENDERER_NAME'),
        agencyName: tp.organizationName('TENDER_AGENCY_NAME'),
        divisionCode: tp.division('REGION_CODE'),
        createdAt: tp.timestamp('CREATE_TIME'),
        modifiedAt: tp.timestamp('DATA_TIMESTAMP'),
      },
      { when: trade.purchase },
    ),
    mention(tp, {
      role: 'owner',
      partyRole: trade.role('tenderer', 'purchaser'),
      name: 'TENDERER_NAME',
      code: 'TENDERER_CODE',
      ...company,
    }),
    mention(tp, {
      role: 'agency',
      partyRole: trade.role('tender_agency', 'purchase_agency'),
      name: 'TENDER_AGENCY_NAME',
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
        tenderProjectId: se.reference('TENDER_PROJECT_CODE', TENDER),
        code: se.identifier('BID_SECTION_CODE'),
        name: se.text('BID_SECTION_NAME'),
        estimate: se.moneyByCode('CONTRACT_RECKON_PRICE', 'PRICE_UNIT', '元'),
        currency: se.code('CURRENCY_CODE', CURRENCY),
        termText: se.text('LIMITE_TIME'),
        termDays: se.days('LIMITE_TIME'),
        modifiedAt: se.timestamp('DATA_TIMESTAMP'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchasePackage,
      {
        projectId: se.reference('TENDER_PROJECT_CODE', PURCHASE),
        code: se.identifier('BID_SECTION_CODE'),
        name: se.text('BID_SECTION_NAME'),
        budget: se.moneyByCode('CONTRACT_RECKON_PRICE', 'PRICE_UNIT', '元'),
        modifiedAt: se.timestamp('DATA_TIMESTAMP'),
      },
      { follows: 'projectId' },
    ),
  ],
  neighbours: LOT_BESIDE_PROJECT,
});
