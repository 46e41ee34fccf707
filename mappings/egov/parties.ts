/** The register of market entities, which registered themselves: its renamings and its certificate locks. */
import { CA_STATUS, PARTY_ROLE, PARTY_TYPE, REVIEW_STATUS } from '../../schemas/codes/lists.ts';
import { CURRENCY } from '../../schemas/codes/national.ts';
import { CaLock } from '../../schemas/entities/ca-lock.ts';
import { PartyNameChange } from '../../schemas/entities/party-name-change.ts';
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { CURRENCY_OF, NATURAL_PERSON, PARTY_ROLE_OF } from './lookups.ts';
import { ZTK_CA_LOCK, ZTK_QYJBXX, ZTK_QYMC_BG } from './streams-parties.ts';

const system = 'egov';
const qy = takeFrom(ZTK_QYJBXX);
const bg = takeFrom(ZTK_QYMC_BG);
const ca = takeFrom(ZTK_CA_LOCK);
const person = { personWhen: { column: 'ZTLB', value: NATURAL_PERSON }, name: 'QYMC' } as const;
const ENTITY = { stream: 'ztk_qyjbxx', entity: 'party', kind: 'parent' } as const;

/** Old records have no credit code of their own, or a mistyped one: the licence often is the credit code again. */
const uscc = qy.either(qy.partyCode('TYSHXYDM', 'uscc', person), qy.partyCode('YYZZH', 'uscc'));
const organizationCode = qy.either(
  qy.partyCode('ZZJGDM', 'organizationCode', { only: 'organization', leads: true }),
  qy.partyCode('TYSHXYDM', 'organizationCode', person),
  qy.partyCode('YYZZH', 'organizationCode'),
);

export const parties = defineMapping({
  system,
  stream: ZTK_QYJBXX,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('QYMC'),
      formerName: qy.formerName('QYMC'),
      shortName: qy.text('QYJC'),
      parentName: qy.branchParent('QYMC'),
      partyType: qy.code('ZTLB', PARTY_TYPE),
      partyRole: qy.leadingCode('JSDM', PARTY_ROLE, PARTY_ROLE_OF),
      partyRoles: qy.codes('JSDM', PARTY_ROLE, PARTY_ROLE_OF),
      legalCode: qy.partyCode('TYSHXYDM', 'legalCode', person),
      uscc,
      organizationCode,
      registrationNumber: qy.partyCode('YYZZH', 'registrationNumber'),
      idNumber: qy.partyCode('TYSHXYDM', 'idNumber', person),
      licenceNumber: qy.partyCode('YYZZH', 'legalCode', { only: 'organization' }),
      legalRepresentative: qy.personName('FDDBR'),
      representativeIdNumber: qy.idNumber('FDDBR_SFZH'),
      representativePhone: qy.phone('FDDBR_DH'),
      industryCode: qy.identifier('HYDM'),
      registeredCapital: qy.money('ZCZB', '万元'),
      capitalCurrency: qy.code('ZCZB_BZ', CURRENCY, CURRENCY_OF),
      licenceEndsOn: qy.date('YYQX'),
      licenceOpenEnded: qy.openEnd('YYQX'),
      divisionCode: qy.division('XZQHDM'),
      address: qy.text('ZCDZ'),
      postcode: qy.identifier('YB'),
      contactName: qy.personName('LXR'),
      contactPhone: qy.phone('LXDH'),
      email: qy.text('LXYX'),
      bankName: qy.text('KHYH'),
      bankAccount: qy.identifier('YHZH'),
      registeredAt: qy.timestamp('CJSJ'),
      reviewStatus: qy.code('SHZT', REVIEW_STATUS),
      modifiedAt: qy.timestamp('GXSJ'),
    }),
  ],
});

export const nameChanges = defineMapping({
  system,
  stream: ZTK_QYMC_BG,
  version: 1,
  parts: [
    part(PartyNameChange, {
      partyId: bg.reference('QYID', ENTITY),
      nameBefore: bg.organizationName('YMC'),
      nameAfter: bg.organizationName('XMC'),
      changedAt: bg.timestamp('BGSJ'),
    }),
  ],
});

export const locks = defineMapping({
  system,
  stream: ZTK_CA_LOCK,
  version: 1,
  parts: [
    part(CaLock, {
      partyId: ca.reference('QYID', ENTITY),
      serialNumber: ca.identifier('CA_XLH'),
      holderName: ca.personName('CYR'),
      holderPhone: ca.phone('CYR_SJ'),
      validFrom: ca.date('YXQ_Q'),
      validUntil: ca.date('YXQ_Z'),
      status: ca.code('ZT', CA_STATUS),
      issuedAt: ca.timestamp('FFSJ'),
    }),
  ],
});
