/** Purchase projects, their packages and notices, and the archive of queries and complaints. */
import {
  ORGANIZE_FORM,
  PROCUREMENT_CLASS,
  PROCUREMENT_METHOD,
  PURCHASE_NOTICE_TYPE,
  PURCHASE_STATUS,
  QUERY_STATUS,
  QUERY_TYPE,
} from '../../schemas/codes/lists.ts';
import { ProcurementQuery } from '../../schemas/entities/procurement-query.ts';
import { PurchaseNotice } from '../../schemas/entities/purchase-notice.ts';
import { PurchasePackage } from '../../schemas/entities/purchase-package.ts';
import { PurchaseProject } from '../../schemas/entities/purchase-project.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { PACKAGE_STATUS_OF } from './lookups.ts';
import { CG_FB, CG_GG, CG_XM, CG_ZYTS } from './streams-projects.ts';

const system = 'procurement';
const xm = takeFrom(CG_XM);
const fb = takeFrom(CG_FB);
const gg = takeFrom(CG_GG);
const zyts = takeFrom(CG_ZYTS);
const PROJECT = { stream: 'CG_XM', entity: 'purchase_project', kind: 'parent' } as const;
const PURCHASER = { stream: 'CG_CGR', entity: 'party', kind: 'party' } as const;
const AGENCY = { stream: 'CG_DLJG', entity: 'party', kind: 'party' } as const;

export const projects = defineMapping({
  system,
  stream: CG_XM,
  version: 1,
  parts: [
    part(PurchaseProject, {
      code: xm.identifier('XMBH'),
      name: xm.text('XMMC'),
      investmentCode: xm.investmentCode('TZXMDM'),
      procurementClass: xm.code('XMLB', PROCUREMENT_CLASS),
      method: xm.code('CGFS', PROCUREMENT_METHOD),
      organizeForm: xm.code('ZZXS', ORGANIZE_FORM),
      purchaserName: xm.organizationName('CGR_MC'),
      purchaserId: xm.reference('CGRID', PURCHASER),
      agencyName: xm.organizationName('CGDL_MC'),
      agencyId: xm.reference('CGDLID', AGENCY),
      budget: xm.money('YSJE', '元'),
      fundSource: xm.text('ZJLY'),
      divisionCode: xm.division('XZQHDM'),
      status: xm.code('ZT', PURCHASE_STATUS),
      createdAt: xm.timestamp('LXSJ'),
      modifiedAt: xm.timestamp('XGSJ'),
    }),
    mention(xm, {
      role: 'purchaser',
      partyRole: 'purchaser',
      name: 'CGR_MC',
      registered: { column: 'CGRID', in: PURCHASER },
    }),
    mention(xm, {
      role: 'agency',
      partyRole: 'purchase_agency',
      name: 'CGDL_MC',
      registered: { column: 'CGDLID', in: AGENCY },
    }),
  ],
});

export const packages = defineMapping({
  system,
  stream: CG_FB,
  version: 1,
  parts: [
    part(PurchasePackage, {
      projectId: fb.reference('XMID', PROJECT),
      code: fb.identifier('FBBH'),
      name: fb.text('FBMC'),
      itemClassCode: fb.identifier('PMDM'),
      budget: fb.money('YSJE', '元'),
      status: fb.code('ZT', PURCHASE_STATUS, PACKAGE_STATUS_OF),
      modifiedAt: fb.timestamp('XGSJ'),
    }),
  ],
  // One of many packages may be a hundredth of its project.
  neighbours: [
    {
      field: 'budget',
      parentField: 'projectId',
      parentEntity: 'purchase_project',
      parentAmount: 'budget',
      low: 0.01,
    },
  ],
});

export const notices = defineMapping({
  system,
  stream: CG_GG,
  version: 1,
  parts: [
    part(PurchaseNotice, {
      projectId: gg.reference('XMID', PROJECT),
      noticeType: gg.code('GGLX', PURCHASE_NOTICE_TYPE),
      title: gg.text('BT'),
      body: gg.html('NR'),
      publishedAt: gg.timestamp('FBSJ'),
      bidsCloseAt: gg.timestamp('JZSJ'),
    }),
  ],
});

export const queries = defineMapping({
  system,
  stream: CG_ZYTS,
  version: 1,
  parts: [
    part(ProcurementQuery, {
      projectId: zyts.reference('XMID', PROJECT),
      queryType: zyts.code('LX', QUERY_TYPE),
      submittedBy: zyts.organizationName('TCR'),
      content: zyts.longText('NR'),
      registeredAt: zyts.timestamp('DJSJ'),
      answer: zyts.longText('DFNR'),
      status: zyts.code('ZT', QUERY_STATUS),
    }),
  ],
});
