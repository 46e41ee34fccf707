/** Enterprises, and experts with their specialties. */
import { EXPERT_STATUS, GENDER } from '../../schemas/codes/lists.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { Party } from '../../schemas/entities/party.ts';
import { readSpecialtyCodes } from '../../schemas/identifiers/specialty-code.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { EXPERT_STATUS_OF } from './lookups.ts';
import { QZK_QY, QZK_ZJ } from './streams-parties.ts';

const system = 'lhasa';
const qy = takeFrom(QZK_QY);
const zj = takeFrom(QZK_ZJ);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system,
  stream: QZK_QY,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('QYMC'),
      formerName: qy.formerName('QYMC'),
      parentName: qy.branchParent('QYMC'),
      legalCode: qy.partyCode('TYSHXYDM', 'legalCode', company),
      uscc: qy.partyCode('TYSHXYDM', 'uscc', company),
      organizationCode: qy.partyCode('TYSHXYDM', 'organizationCode', company),
      registrationNumber: qy.partyCode('TYSHXYDM', 'registrationNumber', company),
      legalRepresentative: qy.personName('FRDB'),
      contactName: qy.personName('LXR'),
      contactPhone: qy.phone('LXDH'),
      address: qy.text('ZCDZ'),
      divisionCode: qy.division('XZQH'),
      registeredCapital: qy.money('ZCZJ', '元'),
      modifiedAt: qy.timestamp('OP_TIME'),
    }),
  ],
});

export const experts = defineMapping({
  system,
  stream: QZK_ZJ,
  version: 1,
  parts: [
    part(Expert, {
      expertNumber: zj.identifier('ZJBM'),
      name: zj.personName('XM'),
      gender: zj.code('XB', GENDER),
      idNumber: zj.idNumber('SFZH'),
      birthDate: zj.birthDate('CSRQ', 'SFZH'),
      title: zj.text('ZC'),
      employer: zj.organizationName('GZDW'),
      mobile: zj.phone('SJH'),
      baseType: zj.constant('1'),
      status: zj.lookup('ZT', EXPERT_STATUS, EXPERT_STATUS_OF),
      modifiedAt: zj.timestamp('OP_TIME'),
    }),
    part(
      ExpertSpecialty,
      {
        expertId: zj.samePart('ZJBM', { entity: 'expert', role: '' }),
        classification: zj.constant('2018'),
        code: zj.item('ZYDM'),
      },
      {
        role: 'specialty',
        onlyWith: ['code'],
        each: { columns: ['ZYDM'], separator: /[;,；，]/, whole: { ZYDM: readSpecialtyCodes } },
      },
    ),
  ],
});
