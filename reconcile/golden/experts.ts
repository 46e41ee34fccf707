/** How the golden record of an expert comes about. */
import { idBirthDate, isValidIdNumber } from '../../schemas/identifiers/id-number.ts';
import { complete, live, recent, trust, unlike, valid, type Survivorship } from './survivorship.ts';

/** The province's register first, then the pools of the two large centres, then those who were only seen evaluating. */
const register = trust('onestop', 'procurement', 'construction');

/** A name with lost or masked characters is no name. */
const damaged = /[?？\uFFFD*＊□]/u;

export const EXPERT_SURVIVORSHIP: Survivorship = {
  fields: {
    name: [unlike(damaged), live, register, recent],
    idNumber: [valid(isValidIdNumber), live, register, recent],
    birthDate: [live, register, recent],
    mobile: [unlike(damaged), live, recent, register],
    otherPhone: [unlike(damaged), live, recent, register],
    employer: [unlike(damaged), live, recent, register],
    duty: [live, recent, register],
    title: [live, recent, register, complete],
    education: [live, recent, register],
    address: [unlike(damaged), live, complete, recent],
    enteredAt: [live, register, recent],
  },
  otherwise: [live, register, recent],
};

/**
 * A golden expert is not yet a member of the unified pool: qualification is reviewed first.
 * Source: the notice on unified management of evaluation experts.
 */
export const FIRST_POOL_STATUS = 'pending_review';

/** The date inside a valid ID number is not argued with. */
export function birthDateOf(idNumber: string | null): string | null {
  return idNumber === null ? null : idBirthDate(idNumber);
}
