/** Bidders, one row per registration for a season, and the yearly credit ratings of enterprises. */
import { CREDIT_GRADE } from '../../schemas/codes/lists.ts';
import { CreditRating } from '../../schemas/entities/credit-rating.ts';
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { JT_TBR, JT_XYPJ } from './streams-parties.ts';

const system = 'transport';
const tbr = takeFrom(JT_TBR);
const pj = takeFrom(JT_XYPJ);
/** Both columns hold numbers of enterprises only: 15 digits are a registration number, never an old ID number. */
const enterprise = { only: 'organization' } as const;

export const bidders = defineMapping({
  system,
  stream: JT_TBR,
  version: 1,
  parts: [
    part(Party, {
      name: tbr.organizationName('TBR_MC'),
      formerName: tbr.formerName('TBR_MC'),
      parentName: tbr.branchParent('TBR_MC'),
      partyRole: tbr.constant('bidder'),
      legalCode: tbr.partyCode('TBR_DM', 'legalCode', enterprise),
      uscc: tbr.partyCode('TBR_DM', 'uscc', enterprise),
      organizationCode: tbr.partyCode('TBR_DM', 'organizationCode', enterprise),
      registrationNumber: tbr.partyCode('TBR_DM', 'registrationNumber', enterprise),
      legalRepresentative: tbr.personName('FDDBR'),
      registeredCapital: tbr.money('ZCZJ', '万元'),
      qualificationText: tbr.text('ZZDJ'),
      address: tbr.text('DZ'),
      contactName: tbr.personName('LXR'),
      contactPhone: tbr.phone('LXDH'),
      registeredAt: tbr.timestamp('INSERT_TIME'),
    }),
  ],
});

export const ratings = defineMapping({
  system,
  stream: JT_XYPJ,
  version: 1,
  parts: [
    part(CreditRating, {
      partyId: pj.samePart('PJ_ID', { entity: 'party', role: 'rated' }),
      partyName: pj.organizationName('QY_MC'),
      partyCode: pj.partyCode('QY_DM', 'legalCode', enterprise),
      year: pj.integer('PJ_ND'),
      score: pj.decimal('PJ_DF'),
      grade: pj.code('PJ_DJ', CREDIT_GRADE),
      publishedOn: pj.date('FBRQ'),
    }),
    part(
      Party,
      {
        name: pj.organizationName('QY_MC'),
        formerName: pj.formerName('QY_MC'),
        parentName: pj.branchParent('QY_MC'),
        partyRole: pj.constant('credit_subject'),
        legalCode: pj.partyCode('QY_DM', 'legalCode', enterprise),
        uscc: pj.partyCode('QY_DM', 'uscc', enterprise),
        organizationCode: pj.partyCode('QY_DM', 'organizationCode', enterprise),
        registrationNumber: pj.partyCode('QY_DM', 'registrationNumber', enterprise),
      },
      { role: 'rated' },
    ),
  ],
});
