/** How the golden record of an enterprise comes about. */
import { isValidIdNumber } from '../../schemas/identifiers/id-number.ts';
import { isValidOrgCode, normaliseOrgCode } from '../../schemas/identifiers/org-code.ts';
import { isValidRegistrationNumber } from '../../schemas/identifiers/registration-number.ts';
import { isValidUscc } from '../../schemas/identifiers/uscc.ts';
import { complete, live, recent, trust, unlike, valid, type Survivorship } from './survivorship.ts';

/** The service platform's register of trading parties first: it is checked against licences. */
const register = trust('egov', 'construction', 'procurement', 'landmining', 'transport', 'stateassets');
const damaged = /[?？\uFFFD□]/u;
const isCode = (text: string): boolean => isValidUscc(text) || isValidOrgCode(normaliseOrgCode(text));

export const ENTERPRISE_SURVIVORSHIP: Survivorship = {
  fields: {
    // The name in use now: what was changed last counts more than who keeps the register.
    name: [unlike(damaged), live, recent, register],
    uscc: [valid(isValidUscc), live, register, recent],
    organizationCode: [valid((text) => isValidOrgCode(normaliseOrgCode(text))), live, register, recent],
    legalCode: [valid(isCode), live, register, recent],
    registrationNumber: [valid(isValidRegistrationNumber), live, register, recent],
    idNumber: [valid(isValidIdNumber), live, register, recent],
    representativeIdNumber: [valid(isValidIdNumber), live, recent, register],
    legalRepresentative: [unlike(damaged), live, recent, register],
    representativePhone: [live, recent, register],
    registeredCapital: [live, recent, register],
    address: [unlike(damaged), live, complete, recent],
    contactName: [live, recent, register],
    contactPhone: [live, recent, register],
    qualificationText: [live, complete, recent],
    licenceEndsOn: [live, recent, register],
  },
  otherwise: [live, register, recent],
};
