/** Enterprises and experts. A message tells one specialty of an expert, so one person comes in several. */
import { EXPERT_BASE_TYPE, GENDER, PARTY_TYPE } from '../../schemas/codes/lists.ts';
import { ID_DOCUMENT_TYPE } from '../../schemas/codes/national.ts';
import { ExpertSpecialty } from '../../schemas/entities/expert-specialty.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { BASE_TYPE_OF } from './lookups.ts';
import { EXPERT_BID_EVALUATION, LEGAL_PERSON_BASE } from './streams-parties.ts';

const system = 'qamdo';
const lp = takeFrom(LEGAL_PERSON_BASE);
const ex = takeFrom(EXPERT_BID_EVALUATION);
const company = { only: 'organization' } as const;

export const enterprises = defineMapping({
  system,
  stream: LEGAL_PERSON_BASE,
  version: 1,
  parts: [
    part(Party, {
      name: lp.organizationName('LEGAL_NAME'),
      formerName: lp.formerName('LEGAL_NAME'),
      parentName: lp.branchParent('LEGAL_NAME'),
      partyType: lp.code('BIDDER_CODE_TYPE', PARTY_TYPE),
      legalCode: lp.partyCode('LEGAL_CODE', 'legalCode', company),
      uscc: lp.partyCode('LEGAL_CODE', 'uscc', company),
      organizationCode: lp.partyCode('LEGAL_CODE', 'organizationCode', company),
      registrationNumber: lp.either(
        lp.partyCode('LICENSE_NO', 'registrationNumber', company),
        lp.partyCode('LEGAL_CODE', 'registrationNumber', company),
      ),
      licenceNumber: lp.identifier('LICENSE_NO'),
      legalRepresentative: lp.personName('LEGAL_REPRESENT'),
      address: lp.text('LEGAL_UNIT_ADDRESS'),
      divisionCode: lp.division('REGION_CODE'),
      registeredCapital: lp.moneyByCode('REG_CAPITAL', 'REG_UNIT', '万元'),
      contactName: lp.personName('LEGAL_CONTACT'),
      contactPhone: lp.phone('LEGAL_CONTACT_PHONE'),
      modifiedAt: lp.timestamp('DATA_TIMESTAMP'),
    }),
  ],
});

export const experts = defineMapping({
  system,
  stream: EXPERT_BID_EVALUATION,
  version: 1,
  parts: [
    part(Expert, {
      name: ex.personName('EXPERT_NAME'),
      gender: ex.code('SEX', GENDER),
      documentType: ex.code('ID_CARD_TYPE', ID_DOCUMENT_TYPE),
      idNumber: ex.idNumber('ID_CARD'),
      birthDate: ex.birthDate('BIRTHDAY', 'ID_CARD'),
      title: ex.text('PROFESSIONAL'),
      employer: ex.organizationName('COMPANY'),
      mobile: ex.phone('PHONE_NUMBER'),
      baseType: ex.lookup('BASE_TYPE', EXPERT_BASE_TYPE, BASE_TYPE_OF),
      modifiedAt: ex.timestamp('DATA_TIMESTAMP'),
    }),
    part(
      ExpertSpecialty,
      {
        expertId: ex.samePart('DATA_KEY', { entity: 'expert', role: '' }),
        classification: ex.constant('2018'),
        code: ex.identifier('MAJOR_CODE'),
        isMain: ex.flag('IS_MAIN'),
      },
      { role: 'specialty', onlyWith: ['code'] },
    ),
  ],
});
