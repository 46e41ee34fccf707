/** Enterprises of the prefecture. */
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { ENTERPRISES } from './streams-parties.ts';

const qy = takeFrom(ENTERPRISES);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system: 'nagqu',
  stream: ENTERPRISES,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('name'),
      formerName: qy.formerName('name'),
      parentName: qy.branchParent('name'),
      legalCode: qy.partyCode('creditCode', 'legalCode', company),
      uscc: qy.partyCode('creditCode', 'uscc', company),
      organizationCode: qy.partyCode('creditCode', 'organizationCode', company),
      registrationNumber: qy.partyCode('creditCode', 'registrationNumber', company),
      legalRepresentative: qy.personName('legalRep'),
      contactName: qy.personName('contact'),
      contactPhone: qy.phone('phone'),
      address: qy.text('address'),
      divisionCode: qy.division('areaNo'),
      registeredCapital: qy.money('regCapital', '元'),
      modifiedAt: qy.timestamp('updateTime'),
    }),
  ],
});
