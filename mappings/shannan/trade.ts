/** Projects with their lots, notices and results. A project is a tender or a government purchase, by its category. */
import { NOTICE_TYPE, PURCHASE_NOTICE_TYPE } from '../../schemas/codes/lists.ts';
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { PurchaseAward } from '../../schemas/entities/purchase-award.ts';
import { PurchaseNotice } from '../../schemas/entities/purchase-notice.ts';
import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderNotice } from '../../schemas/entities/tender-notice.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { TenderResult } from '../../schemas/entities/tender-result.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { LOT_BESIDE_PROJECT, RESULT_BESIDE_LOT, tradeOf } from '../take/trade.ts';
import { NOTICE_TYPE_OF } from './lookups.ts';
import { PROJECT, SECTION, NOTICE, RESULT } from './streams-trade.ts';

const system = 'shannan';
const xm = takeFrom(PROJECT);
const bd = takeFrom(SECTION);
const gg = takeFrom(NOTICE);
const jg = takeFrom(RESULT);
const trade = tradeOf<'category'>('category');
const TENDER = { stream: 'project', entity: 'tender_project', kind: 'parent' } as const;
const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const LOT = { stream: 'section', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;
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

export const notices = defineMapping({
  system,
  stream: NOTICE,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('project_id', TENDER),
        noticeType: gg.lookup('notice_type', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('content'),
        publishedAt: gg.timestamp('published_at'),
        modifiedAt: gg.timestamp('updated_at'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('project_id', PURCHASE),
        noticeType: gg.lookup('notice_type', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('content'),
        publishedAt: gg.timestamp('published_at'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: RESULT,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('section_id', LOT),
        winnerName: jg.organizationName('winner_name'),
        amount: jg.money('amount', '元'),
        decidedAt: jg.timestamp('win_date'),
        modifiedAt: jg.timestamp('updated_at'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('section_id', PACKAGE),
        winnerName: jg.organizationName('winner_name'),
        amount: jg.money('amount', '元'),
        announcedAt: jg.timestamp('win_date'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'winner_name', code: 'winner_code' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
