/** The comprehensive bid-evaluation experts, their specialties and the units they must not judge. */
import { CLASSIFICATION, EXPERT_STATUS, GENDER } from '../../schemas/codes/lists.ts';
import { ID_DOCUMENT_TYPE } from '../../schemas/codes/national.ts';
import { ExpertRecusal } from '../../schemas/entities/expert-recusal.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { EXPERT_STATUS_OF, OTHER_DOCUMENTS } from './lookups.ts';
import { ZJHB, ZJXX, ZJZY } from './streams-experts.ts';

const system = 'onestop';
const zj = takeFrom(ZJXX);
const zy = takeFrom(ZJZY);
const hb = takeFrom(ZJHB);
const EXPERT = { stream: 'ZJXX', entity: 'expert', kind: 'parent' } as const;
const DOCUMENT = { number: 'ZJHM', type: 'ZJLX', others: OTHER_DOCUMENTS } as const;

export const experts = defineMapping({
  system,
  stream: ZJXX,
  version: 1,
  parts: [
    part(Expert, {
      expertNumber: zj.identifier('ZJBH'),
      name: zj.personName('XM'),
      gender: zj.code('XB', GENDER),
      documentType: zj.code('ZJLX', ID_DOCUMENT_TYPE),
      idNumber: zj.idDocument(DOCUMENT, 'idNumber'),
      documentNumber: zj.idDocument(DOCUMENT, 'documentNumber'),
      birthDate: zj.birthDate('CSRQ', 'ZJHM'),
      education: zj.text('XL'),
      title: zj.text('ZC'),
      titleCertificate: zj.identifier('ZCZSBH'),
      employer: zj.organizationName('GZDW'),
      duty: zj.text('ZW'),
      workingSince: zj.yearMonth('CJGZSJ'),
      mobile: zj.phone('YDDH'),
      otherPhone: zj.phone('DWDH'),
      address: zj.text('TXDZ'),
      divisionCode: zj.division('XZQH'),
      enteredAt: zj.timestamp('RKRQ'),
      baseType: zj.constant('1'),
      status: zj.code('ZT', EXPERT_STATUS, EXPERT_STATUS_OF),
      modifiedAt: zj.timestamp('GXSJ'),
    }),
  ],
});

export const specialties = defineMapping({
  system,
  stream: ZJZY,
  version: 1,
  parts: [
    part(ExpertSpecialty, {
      expertId: zy.reference('ZJBH', EXPERT),
      classification: zy.code('FLBB', CLASSIFICATION),
      code: zy.specialtyCode('ZYDM', 'FLBB'),
      name: zy.text('ZYMC'),
      isMain: zy.flag('SFZZ'),
    }),
  ],
});

export const recusals = defineMapping({
  system,
  stream: ZJHB,
  version: 1,
  parts: [
    part(ExpertRecusal, {
      expertId: hb.reference('ZJBH', EXPERT),
      unitName: hb.organizationName('HBDW'),
      reason: hb.text('HBYY'),
    }),
    mention(hb, { role: 'recusal', partyRole: 'recusal_unit', name: 'HBDW' }),
  ],
});
