/** Credit notices of enterprises and persons. Those of the blacklist are the share of it the departments exchange, too. */
import { CREDIT_RECORD_TYPE, PARTY_TYPE } from '../../schemas/codes/lists.ts';
import { DISCLOSURE_SCOPE } from '../../schemas/codes/national.ts';
import { BlacklistEntry } from '../../schemas/entities/blacklist-entry.ts';
import { CreditRecord } from '../../schemas/entities/credit-record.ts';
import { Party } from '../../schemas/entities/party.ts';
import { readCode } from '../../schemas/values/codes.ts';
import { defineMapping, part } from '../mapping.ts';
import { whenAll } from '../take/conditional.ts';
import { takeFrom } from '../take/index.ts';
import { NATURAL_PERSON } from './lookups.ts';
import { XY_HMD } from './streams-oversight.ts';

const hmd = takeFrom(XY_HMD);
const person = { personWhen: { column: 'ZTLX', value: NATURAL_PERSON }, name: 'ZTMC' } as const;
const BLACKLIST = '1';

const onBlacklist = {
  column: 'XYLX',
  when: (text: string | null) => readCode(CREDIT_RECORD_TYPE, text ?? '').value === BLACKLIST,
  wording: { zh: '信息类型为黑名单', en: 'the record is of the blacklist' },
} as const;

/** What the record and its entry in the blacklist say alike. */
const shared = {
  partyName: hmd.organizationName('ZTMC'),
  partyCode: hmd.partyCode('ZTDM', 'legalCode', person),
  reason: hmd.longText('YY'),
  authority: hmd.text('CFBM'),
  restrictedFrom: hmd.date('XZKSRQ'),
  restrictedUntil: hmd.date('XZJSRQ'),
  openEnded: hmd.openEnd('XZJSRQ'),
  withdrawn: hmd.flag('SFCX'),
};

const record = part(CreditRecord, {
  ...shared,
  recordType: hmd.code('XYLX', CREDIT_RECORD_TYPE),
  partyType: hmd.code('ZTLX', PARTY_TYPE),
  documentNumber: hmd.text('CFWH'),
  decidedOn: hmd.date('CFRQ'),
  disclosure: hmd.code('GKFW', DISCLOSURE_SCOPE),
  modifiedAt: hmd.timestamp('GXSJ'),
});

const entry = part(
  BlacklistEntry,
  whenAll(onBlacklist, {
    ...shared,
    creditRecordId: hmd.samePart('XYID', { entity: 'credit_record', role: '' }),
    listedOn: hmd.date('CFRQ'),
  }),
  { role: 'blacklist', onlyWith: ['creditRecordId'] },
);

/** The record is about an enterprise or a person: one more sight of that party. */
const subject = part(
  Party,
  {
    name: hmd.organizationName('ZTMC'),
    formerName: hmd.formerName('ZTMC'),
    parentName: hmd.branchParent('ZTMC'),
    partyType: hmd.code('ZTLX', PARTY_TYPE),
    partyRole: hmd.constant('credit_subject'),
    legalCode: hmd.partyCode('ZTDM', 'legalCode', person),
    uscc: hmd.partyCode('ZTDM', 'uscc', person),
    organizationCode: hmd.partyCode('ZTDM', 'organizationCode', person),
    registrationNumber: hmd.partyCode('ZTDM', 'registrationNumber', person),
    idNumber: hmd.partyCode('ZTDM', 'idNumber', person),
  },
  { role: 'subject', onlyWith: ['name', 'legalCode'] },
);

export const creditRecords = defineMapping({
  system: 'egov',
  stream: XY_HMD,
  version: 1,
  parts: [record, entry, subject],
});
