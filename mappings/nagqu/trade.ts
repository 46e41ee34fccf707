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
import { PROJECTS, SECTIONS, NOTICES, RESULTS } from './streams-trade.ts';

const system = 'nagqu';
const xm = takeFrom(PROJECTS);
const bd = takeFrom(SECTIONS);
const gg = takeFrom(NOTICES);
const jg = takeFrom(RESULTS);
const trade = tradeOf<'category'>('category');
const TENDER = { stream: 'projects', entity: 'tender_project', kind: 'parent' } as const;
const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const LOT = { stream: 'sections', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;
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

export const notices = defineMapping({
  system,
  stream: NOTICES,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('projectId', TENDER),
        noticeType: gg.lookup('type', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('txt'),
        publishedAt: gg.timestamp('publishTime'),
        modifiedAt: gg.timestamp('updateTime'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('projectId', PURCHASE),
        noticeType: gg.lookup('type', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('txt'),
        publishedAt: gg.timestamp('publishTime'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: RESULTS,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('sectionId', LOT),
        winnerName: jg.organizationName('winner'),
        amount: jg.money('amount', '元'),
        decidedAt: jg.timestamp('winDate'),
        modifiedAt: jg.timestamp('updateTime'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('sectionId', PACKAGE),
        winnerName: jg.organizationName('winner'),
        amount: jg.money('amount', '元'),
        announcedAt: jg.timestamp('winDate'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'winner', code: 'winnerCode' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
