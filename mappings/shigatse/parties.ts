/** Enterprises of the prefecture. */
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { QYXX } from './streams-parties.ts';

const qy = takeFrom(QYXX);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system: 'shigatse',
  stream: QYXX,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('MC'),
      formerName: qy.formerName('MC'),
      parentName: qy.branchParent('MC'),
      legalCode: qy.partyCode('DM', 'legalCode', company),
      uscc: qy.partyCode('DM', 'uscc', company),
      organizationCode: qy.partyCode('DM', 'organizationCode', company),
      registrationNumber: qy.partyCode('DM', 'registrationNumber', company),
      legalRepresentative: qy.personName('FR'),
      contactPhone: qy.phone('DH'),
      address: qy.text('DZ'),
      divisionCode: qy.division('QH'),
      registeredCapital: qy.money('ZCZB', '万元'),
      modifiedAt: qy.timestamp('GXSJ'),
    }),
  ],
});
