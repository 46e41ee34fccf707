/** Defects of credit codes and ID numbers that both systems know. */
import { isValidId, isValidUscc, shortenId } from '../forms/check-digits.ts';
import { breakCheck, fullWidth, ID_PLACEHOLDERS } from './damage.ts';
import type { Damage, DamageRequest, Spec } from './plant.ts';

type Soil = (request: DamageRequest) => Damage | null;

const wrongDigit: Soil = ({ text, random }) => {
  const cell = breakCheck(random, text);
  return cell === null ? null : { cell };
};
const lowerCase: Soil = ({ text }) => (/[A-Z]/.test(text) ? { cell: text.toLowerCase(), expected: text } : null);
/** A varchar(20) has room for two characters of double width. */
const doubleWidth: Soil = ({ text }) => ({ cell: fullWidth(text, 2), expected: text });
const fifteen: Soil = ({ text }) => (text.slice(6, 8) === '19' ? { cell: shortenId(text), expected: text } : null);
const placeholder: Soil = ({ random }) => ({ cell: random.pick(ID_PLACEHOLDERS) });

function only(test: (text: string) => boolean, soil: Soil): Soil {
  return (request) => (test(request.text) ? soil(request) : null);
}

/** A number that is a valid ID number as well would be read as one. */
const uscc = (soil: Soil): Soil => only((text) => isValidUscc(text) && !isValidId(text), soil);
const id = (soil: Soil): Soil => only(isValidId, soil);

/** Credit codes. */
export function codeSpecs(targets: readonly string[]): Spec[] {
  return [
    { kind: 'uscc_check_digit', outcome: 'warn', targets, rate: 0.012, damage: uscc(wrongDigit) },
    { kind: 'code_lowercase', outcome: 'repair', targets, rate: 0.008, damage: uscc(lowerCase) },
    { kind: 'code_fullwidth', outcome: 'repair', targets, rate: 0.008, damage: uscc(doubleWidth) },
  ];
}

/** ID numbers; `guards` are the fields beside them that are judged together with them. */
export function idSpecs(targets: readonly string[], wide: readonly string[], guards: readonly string[]): Spec[] {
  return [
    { kind: 'id_check_digit', outcome: 'warn', targets, guards, rate: 0.02, damage: id(wrongDigit) },
    { kind: 'id_15', outcome: 'repair', targets, guards, rate: 0.012, damage: id(fifteen) },
    { kind: 'id_lowercase_x', outcome: 'repair', targets, guards, rate: 0.01, damage: id(lowerCase) },
    { kind: 'id_fullwidth', outcome: 'repair', targets: wide, guards, rate: 0.02, damage: id(doubleWidth) },
    { kind: 'id_placeholder', outcome: 'repair', targets, guards, rate: 0.012, damage: id(placeholder) },
  ];
}
