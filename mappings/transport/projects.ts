/** Projects, their sections and notices. A project of the centre is the investment project and its tender at once. */
import { NOTICE_TYPE, TENDER_STATUS, WORK_CLASS } from '../../schemas/codes/lists.ts';
import { TENDER_MODE, TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { Project } from '../../schemas/entities/project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderClarification } from '../../schemas/entities/tender-clarification.ts';
import { TenderNotice } from '../../schemas/entities/tender-notice.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { readCode } from '../../schemas/values/codes.ts';
import { defineMapping, part } from '../mapping.ts';
import { whenAll } from '../take/conditional.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { CORRECTION, NOTICE_TYPE_OF, TRADE_CATEGORY_OF } from './lookups.ts';
import { JT_BD, JT_GG, JT_XM } from './streams-projects.ts';

const system = 'transport';
const xm = takeFrom(JT_XM);
const bd = takeFrom(JT_BD);
const gg = takeFrom(JT_GG);
const TENDER = { stream: 'jt_xm', entity: 'tender_project', kind: 'parent' } as const;

export const projects = defineMapping({
  system,
  stream: JT_XM,
  version: 1,
  parts: [
    part(TenderProject, {
      projectId: xm.samePart('XM_ID', { entity: 'project', role: 'project' }),
      selfCode: xm.identifier('XM_BH'),
      name: xm.text('XM_MC'),
      investmentCode: xm.investmentCode('TZXMDM'),
      tradeCategory: xm.code('XMLB', TRADE_CATEGORY, TRADE_CATEGORY_OF),
      mode: xm.code('ZBFS', TENDER_MODE),
      tendererName: xm.organizationName('ZBR_MC'),
      agencyName: xm.organizationName('ZBDL_MC'),
      divisionCode: xm.divisionName('SZDQ'),
      estimate: xm.moneyIn('GSJE', 'GSJE_DW', '元'),
      establishedOn: xm.date('LXRQ'),
      status: xm.code('ZT', TENDER_STATUS),
      enteredAt: xm.timestamp('INSERT_TIME'),
    }),
    part(
      Project,
      {
        investmentCode: xm.investmentCode('TZXMDM'),
        name: xm.text('XM_MC'),
        ownerName: xm.organizationName('ZBR_MC'),
        divisionCode: xm.divisionName('SZDQ'),
        totalInvestment: xm.moneyIn('GSJE', 'GSJE_DW', '元'),
        establishedOn: xm.date('LXRQ'),
      },
      { role: 'project' },
    ),
    mention(xm, { role: 'tenderer', partyRole: 'tenderer', name: 'ZBR_MC' }),
    mention(xm, { role: 'agency', partyRole: 'tender_agency', name: 'ZBDL_MC' }),
  ],
});

export const sections = defineMapping({
  system,
  stream: JT_BD,
  version: 1,
  parts: [
    part(Section, {
      tenderProjectId: bd.reference('XM_ID', TENDER),
      name: bd.text('BD_MC'),
      workClass: bd.code('BD_LX', WORK_CLASS),
      estimate: bd.moneyIn('KZJ', 'KZJ_DW', '元'),
      termText: bd.text('GQ'),
      termDays: bd.days('GQ'),
      openingAt: bd.timestamp('KBSJ'),
      enteredAt: bd.timestamp('INSERT_TIME'),
    }),
  ],
  // Supervision or testing may be a hundredth of its project; no section costs twice the project.
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

const IS_CORRECTION = {
  column: 'GG_LX',
  when: (text: string | null) => text !== null && readCode(NOTICE_TYPE, text, NOTICE_TYPE_OF).value === CORRECTION,
  wording: { zh: '类型为更正公告', en: 'the notice is a correction' },
} as const;

export const notices = defineMapping({
  system,
  stream: JT_GG,
  version: 1,
  parts: [
    part(TenderNotice, {
      tenderProjectId: gg.reference('XM_ID', TENDER),
      noticeType: gg.code('GG_LX', NOTICE_TYPE, NOTICE_TYPE_OF),
      title: gg.text('GG_BT'),
      body: gg.html('GG_NR'),
      publishedAt: gg.timestamp('FB_SJ'),
    }),
    part(
      TenderClarification,
      whenAll(IS_CORRECTION, {
        tenderProjectId: gg.reference('XM_ID', TENDER),
        title: gg.text('GG_BT'),
        content: gg.html('GG_NR'),
        clarifiedAt: gg.timestamp('FB_SJ'),
      }),
      { role: 'clarification', onlyWith: ['title', 'content', 'clarifiedAt'] },
    ),
  ],
});
