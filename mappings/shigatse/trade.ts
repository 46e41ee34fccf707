/** Projects with their lots, results. A project is a tender or a government purchase, by its category. */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { PurchaseAward } from '../../schemas/entities/purchase-award.ts';

import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { Section } from '../../schemas/entities/section.ts';

import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { TenderResult } from '../../schemas/entities/tender-result.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { LOT_BESIDE_PROJECT, RESULT_BESIDE_LOT, tradeOf } from '../take/trade.ts';

import { XMXX, BDXX, JGXX } from './streams-trade.ts';

const system = 'shigatse';
const xm = takeFrom(XMXX);
const bd = takeFrom(BDXX);

const jg = takeFrom(JGXX);
const trade = tradeOf<'LB'>('LB');
const TENDER = { stream: 'xmxx', entity: 'tender_project', kind: 'parent' } as const;
const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;
const LOT = { stream: 'bdxx', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;
const company = { only: 'organization' } as const;

export const projects = defineMapping({
  system,
  stream: XMXX,
  version: 1,
  parts: [
    part(
      TenderProject,
      {
        selfCode: xm.identifier('XMBH'),
        name: xm.text('XMMC'),
        tradeCategory: xm.code('LB', TRADE_CATEGORY),
        tendererName: xm.organizationName('ZBR'),
        agencyName: xm.organizationName('DL'),
        divisionCode: xm.division('QH'),
        estimate: xm.money('JE', '万元'),
        establishedOn: xm.date('LXRQ'),
        modifiedAt: xm.timestamp('GXSJ'),
      },
      { when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        code: xm.identifier('XMBH'),
        name: xm.text('XMMC'),
        procurementClass: trade.procurementClass,
        purchaserName: xm.organizationName('ZBR'),
        agencyName: xm.organizationName('DL'),
        divisionCode: xm.division('QH'),
        budget: xm.money('JE', '万元'),
        createdAt: xm.timestamp('LXRQ'),
        modifiedAt: xm.timestamp('GXSJ'),
      },
      { when: trade.purchase },
    ),
    mention(xm, { role: 'owner', partyRole: trade.role('tenderer', 'purchaser'), name: 'ZBR', ...company }),
    mention(xm, { role: 'agency', partyRole: trade.role('tender_agency', 'purchase_agency'), name: 'DL', ...company }),
  ],
});

export const sections = defineMapping({
  system,
  stream: BDXX,
  version: 1,
  parts: [
    part(
      Section,
      {
        tenderProjectId: bd.reference('XMID', TENDER),
        name: bd.text('MC'),
        estimate: bd.money('GSJ', '万元'),
        modifiedAt: bd.timestamp('GXSJ'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchasePackage,
      {
        projectId: bd.reference('XMID', PURCHASE),
        name: bd.text('MC'),
        budget: bd.money('GSJ', '万元'),
        modifiedAt: bd.timestamp('GXSJ'),
      },
      { follows: 'projectId' },
    ),
  ],
  neighbours: LOT_BESIDE_PROJECT,
});

export const results = defineMapping({
  system,
  stream: JGXX,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('BDID', LOT),
        winnerName: jg.organizationName('ZBR'),
        amount: jg.money('ZBJ', '万元'),
        decidedAt: jg.timestamp('RQ'),
        modifiedAt: jg.timestamp('GXSJ'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('BDID', PACKAGE),
        winnerName: jg.organizationName('ZBR'),
        amount: jg.money('ZBJ', '万元'),
        announcedAt: jg.timestamp('RQ'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'ZBR', code: 'ZBRDM' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
