/** Enterprises of the prefecture. */
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { ENTERPRISE } from './streams-parties.ts';

const qy = takeFrom(ENTERPRISE);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system: 'shannan',
  stream: ENTERPRISE,
  version: 1,
  parts: [
    part(Party, {
      name: qy.organizationName('name'),
      formerName: qy.formerName('name'),
      parentName: qy.branchParent('name'),
      legalCode: qy.partyCode('credit_code', 'legalCode', company),
      uscc: qy.partyCode('credit_code', 'uscc', company),
      organizationCode: qy.partyCode('credit_code', 'organizationCode', company),
      registrationNumber: qy.partyCode('credit_code', 'registrationNumber', company),
      legalRepresentative: qy.personName('legal_person'),
      contactName: qy.personName('contact'),
      contactPhone: qy.phone('phone'),
      address: qy.text('address'),
      divisionCode: qy.division('area_code'),
      registeredCapital: qy.money('reg_capital', '元'),
      modifiedAt: qy.timestamp('updated_at'),
    }),
  ],
});
