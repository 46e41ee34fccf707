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
import { QZK_BD, QZK_GG, QZK_JG, QZK_XM } from './streams-trade.ts';

const system = 'lhasa';
const xm = takeFrom(QZK_XM);
const bd = takeFrom(QZK_BD);
const gg = takeFrom(QZK_GG);
const jg = takeFrom(QZK_JG);
const trade = tradeOf<'JYLB'>('JYLB');
const TENDER = { stream: 'qzk_xm', entity: 'tender_project', kind: 'parent' } as const;
const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const SECTION = { stream: 'qzk_bd', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...SECTION, entity: 'purchase_package' } as const;
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

export const notices = defineMapping({
  system,
  stream: QZK_GG,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('XMBM', TENDER),
        noticeType: gg.lookup('GGLX', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('GGBT'),
        body: gg.html('GGNR'),
        publishedAt: gg.timestamp('FBSJ'),
        modifiedAt: gg.timestamp('OP_TIME'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('XMBM', PURCHASE),
        noticeType: gg.lookup('GGLX', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('GGBT'),
        body: gg.html('GGNR'),
        publishedAt: gg.timestamp('FBSJ'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: QZK_JG,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('BDBM', SECTION),
        winnerName: jg.organizationName('ZBRMC'),
        amount: jg.money('ZBJ', '元'),
        decidedAt: jg.timestamp('ZBRQ'),
        modifiedAt: jg.timestamp('OP_TIME'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('BDBM', PACKAGE),
        winnerName: jg.organizationName('ZBRMC'),
        amount: jg.money('ZBJ', '元'),
        announcedAt: jg.timestamp('ZBRQ'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'ZBRMC', code: 'ZBRDM' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
