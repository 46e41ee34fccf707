/**
 * A row of the sheet is a lot, with its project repeated in every row: each row makes both. Whether they are a tender or a
 * government purchase stands in the row.
 */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { Section } from '../../schemas/entities/section.ts';
import { TenderProject } from '../../schemas/entities/tender-project.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { tradeOf } from '../take/trade.ts';
import { CATEGORY_OF, PURCHASE_CATEGORY } from './lookups.ts';
import { PROJECTS } from './streams.ts';

const xm = takeFrom(PROJECTS);
const trade = tradeOf<'类别'>('类别', (text) => text.trim() === PURCHASE_CATEGORY);
const company = { only: 'organization' } as const;
export const PROJECT_ROLE = 'project';

export const projects = defineMapping({
  system: 'nyingchi',
  stream: PROJECTS,
  version: 1,
  parts: [
    part(
      Section,
      {
        tenderProjectId: xm.samePart('标段编号', { entity: 'tender_project', role: PROJECT_ROLE }),
        code: xm.identifier('标段编号'),
        name: xm.text('标段名称'),
        estimate: xm.money('估算价（万元）', '万元'),
      },
      { when: trade.tender },
    ),
    part(
      PurchasePackage,
      {
        projectId: xm.samePart('标段编号', { entity: 'purchase_project', role: PROJECT_ROLE }),
        code: xm.identifier('标段编号'),
        name: xm.text('标段名称'),
        budget: xm.money('估算价（万元）', '万元'),
      },
      { when: trade.purchase },
    ),
    part(
      TenderProject,
      {
        selfCode: xm.identifier('项目编号'),
        name: xm.text('项目名称'),
        tradeCategory: xm.lookup('类别', TRADE_CATEGORY, CATEGORY_OF),
        tendererName: xm.organizationName('招标人'),
        agencyName: xm.organizationName('代理机构'),
        divisionCode: xm.divisionName('县区'),
        establishedOn: xm.date('立项日期'),
      },
      { role: PROJECT_ROLE, when: trade.tender },
    ),
    part(
      PurchaseProject,
      {
        code: xm.identifier('项目编号'),
        name: xm.text('项目名称'),
        purchaserName: xm.organizationName('招标人'),
        agencyName: xm.organizationName('代理机构'),
        divisionCode: xm.divisionName('县区'),
        createdAt: xm.timestamp('立项日期'),
      },
      { role: PROJECT_ROLE, when: trade.purchase },
    ),
    mention(xm, { role: 'owner', partyRole: trade.role('tenderer', 'purchaser'), name: '招标人', ...company }),
    mention(xm, {
      role: 'agency',
      partyRole: trade.role('tender_agency', 'purchase_agency'),
      name: '代理机构',
      ...company,
    }),
  ],
});
