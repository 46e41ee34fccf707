/** Tender projects, their sections and notices. A tender project carries the project it belongs to in its own row. */
import { NOTICE_TYPE, REGIONAL_TENDER_MODE, SECTION_STATUS, WORK_CLASS } from '../../schemas/codes/lists.ts';
import { CURRENCY, TENDER_ORGANIZE_FORM, TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { Project } from '../../schemas/entities/project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderNotice } from '../../schemas/entities/tender-notice.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import {
  CURRENCY_OF,
  NOTICE_TYPE_OF,
  ORGANIZE_FORM_OF,
  SECTION_STATUS_OF,
  TENDER_MODE_OF,
  WORK_CLASS_OF,
} from './lookups.ts';
import { GC_BD, GC_GG, GC_ZBXM } from './streams-tenders.ts';
import { tenderingRound } from './tendering-round.ts';

const system = 'construction';
const xm = takeFrom(GC_ZBXM);
const bd = takeFrom(GC_BD);
const gg = takeFrom(GC_GG);
const TENDER_PROJECT = { stream: 'GC_ZBXM', entity: 'tender_project', kind: 'parent' } as const;
const company = { only: 'organization' } as const;

export const tenderProjects = defineMapping({
  system,
  stream: GC_ZBXM,
  version: 1,
  parts: [
    part(TenderProject, {
      projectId: xm.samePart('ZBXMID', { entity: 'project', role: 'project' }),
      selfCode: xm.identifier('ZBXMBH'),
      name: xm.text('XMMC'),
      investmentCode: xm.investmentCode('TZXMDM'),
      tradeCategory: xm.code('XMLX', TRADE_CATEGORY),
      mode: xm.lookup('ZBFS', REGIONAL_TENDER_MODE, TENDER_MODE_OF),
      organizeForm: xm.lookup('ZBZZXS', TENDER_ORGANIZE_FORM, ORGANIZE_FORM_OF),
      tendererName: xm.organizationName('ZBRMC'),
      tendererCode: xm.partyCode('ZBRDM', 'legalCode', company),
      agencyName: xm.organizationName('ZBDLMC'),
      agencyCode: xm.partyCode('ZBDLDM', 'legalCode', company),
      divisionCode: xm.division('XZQHDM'),
      estimate: xm.money('ZTZ', '万元'),
      establishedOn: xm.date('LXRQ'),
      modifiedAt: xm.timestamp('xgrqsj'),
    }),
    part(
      Project,
      {
        investmentCode: xm.investmentCode('TZXMDM'),
        name: xm.text('XMMC'),
        ownerName: xm.organizationName('ZBRMC'),
        divisionCode: xm.division('XZQHDM'),
        totalInvestment: xm.money('ZTZ', '万元'),
        establishedOn: xm.date('LXRQ'),
        modifiedAt: xm.timestamp('xgrqsj'),
      },
      { role: 'project' },
    ),
    mention(xm, { role: 'owner', partyRole: 'tenderer', name: 'ZBRMC', code: 'ZBRDM', ...company }),
    mention(xm, { role: 'agency', partyRole: 'tender_agency', name: 'ZBDLMC', code: 'ZBDLDM', ...company }),
  ],
});

export const sections = defineMapping({
  system,
  stream: GC_BD,
  version: 1,
  parts: [
    part(Section, {
      tenderProjectId: bd.reference('ZBXMID', TENDER_PROJECT),
      code: bd.identifier('BDBH'),
      name: bd.text('BDMC'),
      tenderingRound: tenderingRound('BDBH'),
      workClass: bd.lookup('BDFL', WORK_CLASS, WORK_CLASS_OF),
      estimate: bd.money('GSJ', '万元'),
      currency: bd.lookup('BZ_DM', CURRENCY, CURRENCY_OF),
      termText: bd.text('GQ'),
      termDays: bd.days('GQ'),
      qualification: bd.longText('ZZYQ'),
      status: bd.lookup('ZT', SECTION_STATUS, SECTION_STATUS_OF),
      modifiedAt: bd.timestamp('xgrqsj'),
    }),
  ],
  // A section is a part of the total: a small one may be a hundredth of it, none is much more.
  neighbours: [
    {
      field: 'estimate',
      parentField: 'tenderProjectId',
      parentEntity: 'tender_project',
      parentAmount: 'estimate',
      low: 0.01,
      high: 2,
    },
  ],
});

export const notices = defineMapping({
  system,
  stream: GC_GG,
  version: 1,
  parts: [
    part(TenderNotice, {
      tenderProjectId: gg.reference('ZBXMID', TENDER_PROJECT),
      noticeType: gg.lookup('GGLX', NOTICE_TYPE, NOTICE_TYPE_OF),
      title: gg.text('BT'),
      body: gg.html('NR'),
      publishedAt: gg.timestamp('FBSJ'),
      openingAt: gg.timestamp('KBSJ'),
      modifiedAt: gg.timestamp('xgrqsj'),
    }),
  ],
});
