/** Bidders: natural persons and companies in one register. */
import { PARTY_CODE_TYPE, PARTY_TYPE } from '../../schemas/codes/lists.ts';
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { ID_CARD, LICENCE, NUMBERS_OF_BODIES, PARTY_TYPE_OF } from './lookups.ts';
import { TD_JMR } from './streams-parties.ts';

const jmr = takeFrom(TD_JMR);
const hints = {
  personWhen: { column: 'zjlx', value: ID_CARD },
  organizationWhen: { column: 'zjlx', values: NUMBERS_OF_BODIES },
  name: 'mc',
} as const;
const ofLicence = {
  column: 'zjlx',
  when: (text: string | null) => text?.trim() === LICENCE,
  wording: { zh: `zjlx 为${LICENCE}`, en: `zjlx is ${LICENCE}` },
} as const;

export const bidders = defineMapping({
  system: 'landmining',
  stream: TD_JMR,
  version: 1,
  parts: [
    part(Party, {
      name: jmr.organizationName('mc'),
      formerName: jmr.formerName('mc'),
      parentName: jmr.branchParent('mc'),
      partyType: jmr.lookup('jmrlx', PARTY_TYPE, PARTY_TYPE_OF),
      partyRole: jmr.constant('land_bidder'),
      legalCodeType: jmr.code('zjlx', PARTY_CODE_TYPE),
      legalCode: jmr.partyCode('zjhm', 'legalCode', hints),
      uscc: jmr.partyCode('zjhm', 'uscc', hints),
      organizationCode: jmr.partyCode('zjhm', 'organizationCode', hints),
      registrationNumber: jmr.partyCode('zjhm', 'registrationNumber', hints),
      idNumber: jmr.partyCode('zjhm', 'idNumber', hints),
      licenceNumber: jmr.when(ofLicence, jmr.partyCode('zjhm', 'legalCode', hints)),
      legalRepresentative: jmr.personName('fddbr'),
      contactName: jmr.personName('lxr'),
      contactPhone: jmr.phone('lxdh'),
      address: jmr.text('dz'),
      modifiedAt: jmr.timestamp('updated_at'),
    }),
  ],
});
