/** What two records of experts may have in common, in the words the comparisons use. */
import { all, any, differ, edits, either, equal, memberOf, not, overlap } from '../model/condition.ts';

/** 扎多 for 扎西多吉; 平措 for 张平措. */
export const shortName = any(memberOf('nameText', 'nameShort'), memberOf('nameVariant', 'nameShort'));
export const lostCharacter = all(either('nameLost', '1'), edits('nameVariant', 1));
/** The names may be one person's. One word of a name of two is not enough: fathers and sons share one. */
export const sameName = any(
  equal('nameText'),
  equal('nameVariant'),
  equal('nameLoose'),
  overlap('namePinyin'),
  shortName,
  lostCharacter,
);
export const slippedId = any(memberOf('idNumber', 'idCandidates'), overlap('idCandidates'));
/** Two people of one house or office: what they share is no evidence. */
export const isNeighbour = not(any(sameName, equal('idNumber')));
export const sameOffice = any(equal('employerKey'), equal('employerOffice'));
export const officeLine = all(sameOffice, overlap('landlines'), not(overlap('mobiles')));
export const bothBorn = any(equal('birthDate'), differ('birthDate'));
