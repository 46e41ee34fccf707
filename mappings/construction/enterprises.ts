/** The enterprise library: companies, their qualifications, credit scores and registered persons. */
import { CREDIT_GRADE, GENDER, QUALIFICATION_LEVEL, QUALIFICATION_SERIES } from '../../schemas/codes/lists.ts';
import { ID_DOCUMENT_TYPE } from '../../schemas/codes/national.ts';
import { CreditRating } from '../../schemas/entities/credit-rating.ts';
import { PartyQualification } from '../../schemas/entities/party-qualification.ts';
import { Party } from '../../schemas/entities/party.ts';
import { Practitioner } from '../../schemas/entities/practitioner.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { CREDIT_GRADE_OF, DOCUMENT_TYPE_OF, GENDER_OF, OTHER_DOCUMENTS } from './lookups.ts';
import { QY_JBXX, QY_ZZ, RY_ZCRY, XY_PF } from './streams-library.ts';

const system = 'construction';
const qy = takeFrom(QY_JBXX);
const zz = takeFrom(QY_ZZ);
const ry = takeFrom(RY_ZCRY);
const pf = takeFrom(XY_PF);
/** The key is an organisation code or a credit code, as the company had one when it was entered. */
export const ENTERPRISE = { stream: 'QY_JBXX', entity: 'party' } as const;
const company = { only: 'organization' } as const;
const idDocument = { number: 'ryID', type: 'zjlxID', others: OTHER_DOCUMENTS } as const;

export const enterprises = defineMapping({
  system,
  stream: QY_JBXX,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('qymc'),
      formerName: qy.formerName('qymc'),
      parentName: qy.branchParent('qymc'),
      partyRole: qy.constant('bidder'),
      // zzjgdm repeats the key, and is empty in every eighth record.
      legalCode: qy.either(qy.partyCode('zzjgdm', 'legalCode', company), qy.partyCode('qyID', 'legalCode', company)),
      uscc: qy.either(qy.partyCode('zzjgdm', 'uscc', company), qy.partyCode('qyID', 'uscc', company)),
      organizationCode: qy.either(
        qy.partyCode('zzjgdm', 'organizationCode', company),
        qy.partyCode('qyID', 'organizationCode', company),
      ),
      registrationNumber: qy.partyCode('yyzzzch', 'registrationNumber', company),
      licenceNumber: qy.identifier('yyzzzch'),
      legalRepresentative: qy.personName('fddbr'),
      representativeIdNumber: qy.idNumber('fddbr_ryid'),
      registeredCapital: qy.money('zczb', '万元'),
      foundedOn: qy.date('clrq'),
      provinceCode: qy.division('ProvinceID'),
      county: qy.text('County'),
      address: qy.text('xxdz'),
      contactName: qy.personName('lxr'),
      contactPhone: qy.phone('lxdh'),
      bankName: qy.text('khyh'),
      bankAccount: qy.identifier('yhzh'),
      modifiedAt: qy.timestamp('xgrqsj'),
    }),
  ],
});

export const qualifications = defineMapping({
  system,
  stream: QY_ZZ,
  version: 1,
  parts: [
    part(PartyQualification, {
      partyId: zz.reference('qyID', { ...ENTERPRISE, kind: 'parent' }),
      series: zz.code('ZZXL', QUALIFICATION_SERIES),
      name: zz.text('ZZLX'),
      level: zz.codeByText({ code: 'ZZDJID', text: 'ZZDJ', list: QUALIFICATION_LEVEL }),
      certificateNumber: zz.identifier('ZSBH'),
      validUntil: zz.date('YXQZ'),
      openEnded: zz.openEnd('YXQZ'),
      modifiedAt: zz.timestamp('xgrqsj'),
    }),
  ],
});

export const practitioners = defineMapping({
  system,
  stream: RY_ZCRY,
  version: 1,
  parts: [
    part(Practitioner, {
      name: ry.personName('xm'),
      documentType: ry.lookup('zjlxID', ID_DOCUMENT_TYPE, DOCUMENT_TYPE_OF),
      documentTypeText: ry.text('zjlx'),
      idNumber: ry.idDocument(idDocument, 'idNumber'),
      documentNumber: ry.idDocument(idDocument, 'documentNumber'),
      gender: ry.lookup('xb', GENDER, GENDER_OF),
      employerId: ry.reference('qyID', { ...ENTERPRISE, kind: 'party' }),
      employerCode: ry.either(ry.partyCode('qyID', 'uscc', company), ry.partyCode('qyID', 'organizationCode', company)),
      qualificationName: ry.text('zclb'),
      registrationNumber: ry.identifier('zch'),
      specialty: ry.text('zy'),
      mobile: ry.phone('yddh'),
      modifiedAt: ry.timestamp('xgrqsj'),
    }),
  ],
});

export const creditScores = defineMapping({
  system,
  stream: XY_PF,
  version: 1,
  parts: [
    part(CreditRating, {
      partyId: pf.reference('qyID', { ...ENTERPRISE, kind: 'parent' }),
      partyCode: pf.either(pf.partyCode('qyID', 'uscc', company), pf.partyCode('qyID', 'organizationCode', company)),
      year: pf.integer('ND'),
      score: pf.decimal('DF'),
      grade: pf.lookup('DJ', CREDIT_GRADE, CREDIT_GRADE_OF),
      modifiedAt: pf.timestamp('xgrqsj'),
    }),
  ],
});
