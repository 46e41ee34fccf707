/** Investment projects, the plans approved for tendering them, and complaints on that tendering. */
import { APPROVAL_TYPE, WORK_CLASS } from '../../schemas/codes/lists.ts';
import { TENDER_MODE, TENDER_ORGANIZE_FORM } from '../../schemas/codes/national.ts';
import { Complaint } from '../../schemas/entities/complaint.ts';
import { Project } from '../../schemas/entities/project.ts';
import { TenderPlan } from '../../schemas/entities/tender-plan.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { WORK_CLASS_OF } from './lookups.ts';
import { TSXX, TZXM, ZBFAHZ } from './streams-projects.ts';

const system = 'onestop';
const xm = takeFrom(TZXM);
const fa = takeFrom(ZBFAHZ);
const ts = takeFrom(TSXX);
const PROJECT = { stream: 'TZXM', entity: 'project', kind: 'parent' } as const;

export const projects = defineMapping({
  system,
  stream: TZXM,
  version: 1,
  parts: [
    part(Project, {
      investmentCode: xm.projectCode('XMDM', 'investmentCode'),
      internalNumber: xm.projectCode('XMDM', 'internalNumber'),
      name: xm.text('XMMC'),
      approvalType: xm.code('XMLX', APPROVAL_TYPE),
      ownerName: xm.organizationName('JSDWMC'),
      divisionCode: xm.division('XZQH'),
      address: xm.text('JSDD'),
      totalInvestment: xm.money('ZTZ', '万元'),
      fundSource: xm.text('ZJLY'),
      industryCode: xm.identifier('HYDM'),
      establishedOn: xm.date('LXRQ'),
      approvalNumber: xm.text('PFWH'),
      approvalAuthority: xm.organizationName('PFJG'),
      contactName: xm.personName('LXR'),
      contactPhone: xm.phone('LXDH'),
      modifiedAt: xm.timestamp('GXSJ'),
    }),
    mention(xm, {
      role: 'owner',
      partyRole: 'project_owner',
      name: 'JSDWMC',
      code: 'JSDWDM',
      phone: 'LXDH',
      only: 'organization',
    }),
  ],
});

export const plans = defineMapping({
  system,
  stream: ZBFAHZ,
  version: 1,
  parts: [
    part(TenderPlan, {
      projectId: fa.reference('XMDM', PROJECT),
      number: fa.identifier('HZBH'),
      name: fa.text('XMMC'),
      workClasses: fa.codes('ZBNR', WORK_CLASS, WORK_CLASS_OF),
      organizeForm: fa.code('ZBZZXS', TENDER_ORGANIZE_FORM),
      mode: fa.code('ZBFS', TENDER_MODE),
      estimate: fa.money('GSJE', '万元'),
      approvalNumber: fa.text('HZWH'),
      approvedOn: fa.date('HZRQ'),
      modifiedAt: fa.timestamp('GXSJ'),
    }),
  ],
  // The plan of a survey alone may be a hundredth of the investment.
  neighbours: [
    {
      field: 'estimate',
      parentField: 'projectId',
      parentEntity: 'project',
      parentAmount: 'totalInvestment',
      low: 0.01,
    },
  ],
});

export const complaints = defineMapping({
  system,
  stream: TSXX,
  version: 1,
  parts: [
    part(Complaint, {
      number: ts.identifier('TSBH'),
      projectId: ts.reference('XMDM', PROJECT),
      projectNumber: ts.identifier('XMDM'),
      projectName: ts.text('XMMC'),
      complainantName: ts.organizationName('TSR'),
      respondentName: ts.organizationName('BTSR'),
      content: ts.longText('TSNR'),
      filedOn: ts.date('TSRQ'),
      result: ts.longText('CLQK'),
      modifiedAt: ts.timestamp('GXSJ'),
    }),
    mention(ts, { role: 'complainant', partyRole: 'complainant', name: 'TSR' }),
    mention(ts, { role: 'respondent', partyRole: 'respondent', name: 'BTSR' }),
  ],
});
