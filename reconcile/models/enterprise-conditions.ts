/** What two records of enterprises may have in common, in the words the comparisons use. */
import {
  all,
  any,
  crossEqual,
  differ,
  edits,
  either,
  equal,
  memberOf,
  missing,
  not,
  overlap,
} from '../model/condition.ts';

export const sameCode = any(equal('orgCode'), equal('personId'));
export const slippedCode = any(
  memberOf('orgCode', 'codeCandidates'),
  memberOf('personId', 'codeCandidates'),
  memberOf('registration', 'codeCandidates'),
  overlap('codeCandidates'),
  equal('codeText'),
);
export const otherCode = any(differ('orgCode'), differ('personId'), differ('holder'));
export const formerName = any(memberOf('nameKey', 'formerKeys'), overlap('formerKeys'));
export const namePlaceLeftOut = all(equal('nameCore'), missing('namePlace'));
export const sameSound = any(equal('namePinyin'), equal('personVariant'), crossEqual('nameKey', 'personContraction'));
export const lostCharacter = all(either('nameLost', '1'), edits('nameText', 1));
export const sameName = any(
  equal('nameKey'),
  formerName,
  namePlaceLeftOut,
  sameSound,
  equal('officeKey'),
  lostCharacter,
);
export const isNeighbour = not(any(sameName, sameCode));
