/**
 * Complaints and reports. One on government procurement becomes a record of the archive and nothing else: no complaint
 * row exists for it, so none can be handed on.
 */
import { COMPLAINT_STATUS, QUERY_STATUS } from '../../schemas/codes/lists.ts';
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { Complaint } from '../../schemas/entities/complaint.ts';
import { ProcurementQuery } from '../../schemas/entities/procurement-query.ts';
import { defineMapping, part } from '../mapping.ts';
import { whenAll } from '../take/conditional.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { isGovernmentProcurement, procurementFlag } from './government-procurement.ts';
import { ARCHIVED_STATUS_OF } from './lookups.ts';
import { TS_JBXX } from './streams-oversight.ts';

const ts = takeFrom(TS_JBXX);
const columns = { column: 'JYLB', beside: 'SFZFCG' } as const;
const toArchive = {
  ...columns,
  when: isGovernmentProcurement,
  wording: { zh: '属于政府采购', en: 'it concerns government procurement' },
};
const toHandOff = {
  ...columns,
  when: (category: string | null, flag: string | null) => !isGovernmentProcurement(category, flag),
  wording: { zh: '不属于政府采购', en: 'it does not concern government procurement' },
};

/** 投诉 in the list of the archive (1 is 质疑): everything this register holds is a complaint. */
const COMPLAINT_TYPE = '2';
const named = {
  projectName: ts.text('XMMC'),
  respondentName: ts.organizationName('BTSRMC'),
  content: ts.longText('TSNR'),
  authority: ts.text('CLDW'),
};
/** What complaint and archive say alike. */
const shared = {
  number: ts.identifier('TSBH'),
  projectNumber: ts.identifier('XMBH'),
  tradeCategory: ts.code('JYLB', TRADE_CATEGORY),
  governmentProcurement: procurementFlag<keyof typeof TS_JBXX.columns>('SFZFCG', 'JYLB'),
  respondentCode: ts.partyCode('BTSRDM', 'legalCode', { name: 'BTSRMC' }),
  filedOn: ts.date('TSRQ'),
  acceptedOn: ts.date('SLRQ'),
  closedOn: ts.date('CLRQ'),
  modifiedAt: ts.timestamp('GXSJ'),
};

const complaint = part(
  Complaint,
  whenAll(toHandOff, {
    ...shared,
    ...named,
    complainantName: ts.organizationName('TSRMC'),
    complainantPhone: ts.phone('TSRDH'),
    result: ts.longText('CLJG'),
    status: ts.code('ZT', COMPLAINT_STATUS),
  }),
  { onlyWith: ['governmentProcurement'] },
);

/** Texts of the archive have no national field; they are held to the length of the complaint they are not. */
const lengthOf = (field: 'projectName' | 'respondentName' | 'content' | 'authority' | 'complainantName' | 'result') =>
  Complaint.fields[field].meta.maxLength;

const archived = part(
  ProcurementQuery,
  whenAll(toArchive, {
    ...shared,
    projectName: ts.limited(lengthOf('projectName'), named.projectName),
    respondentName: ts.limited(lengthOf('respondentName'), named.respondentName),
    content: ts.limited(lengthOf('content'), named.content),
    authority: ts.limited(lengthOf('authority'), named.authority),
    queryType: ts.constant(COMPLAINT_TYPE),
    submittedBy: ts.limited(lengthOf('complainantName'), ts.organizationName('TSRMC')),
    submitterPhone: ts.phone('TSRDH'),
    answer: ts.limited(lengthOf('result'), ts.longText('CLJG')),
    status: ts.code('ZT', QUERY_STATUS, ARCHIVED_STATUS_OF),
  }),
  { onlyWith: ['queryType'] },
);

export const complaints = defineMapping({
  system: 'egov',
  stream: TS_JBXX,
  version: 1,
  parts: [
    complaint,
    archived,
    mention(ts, { role: 'complainant', partyRole: 'complainant', name: 'TSRMC', phone: 'TSRDH' }),
    mention(ts, { role: 'respondent', partyRole: 'respondent', name: 'BTSRMC', code: 'BTSRDM' }),
  ],
});
