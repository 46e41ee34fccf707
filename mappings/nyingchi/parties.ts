/** Enterprises of the prefecture. */
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { ENTERPRISES } from './streams.ts';

const qy = takeFrom(ENTERPRISES);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system: 'nyingchi',
  stream: ENTERPRISES,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('企业名称'),
      formerName: qy.formerName('企业名称'),
      parentName: qy.branchParent('企业名称'),
      legalCode: qy.partyCode('信用代码', 'legalCode', company),
      uscc: qy.partyCode('信用代码', 'uscc', company),
      organizationCode: qy.partyCode('信用代码', 'organizationCode', company),
      registrationNumber: qy.partyCode('信用代码', 'registrationNumber', company),
      legalRepresentative: qy.personName('法定代表人'),
      contactPhone: qy.phone('联系电话'),
      registeredCapital: qy.money('注册资本（万元）', '万元'),
      address: qy.text('地址'),
    }),
  ],
});
