/** A birth date is judged against the ID number beside it, but only where that number passes its check digit. */
import { idBirthDate, readIdNumber } from '../../schemas/identifiers/id-number.ts';
import { readDate } from '../../schemas/values/dates.ts';
import type { FieldRule } from '../mapping.ts';
import { readAndReport } from './read.ts';

export function birthDate<C extends string>(column: C, idNumber: C): FieldRule<C> {
  return {
    columns: [column, idNumber],
    reading: {
      zh: '出生日期；与身份证号不符时以身份证号为准',
      en: 'birth date; the ID number decides where both are there and differ',
    },
    compile({ indexOf }) {
      const dateIndex = indexOf(column);
      const idIndex = indexOf(idNumber);
      return (values, issues) => {
        const text = values[dateIndex];
        if (!text) return null;
        const written = readAndReport(readDate, text, column, issues);
        const idText = values[idIndex];
        if (written === null || !idText) return written;
        const id = readIdNumber(idText).value;
        const shown = id === null ? null : idBirthDate(id);
        if (shown === null || shown === written) return written;
        issues.add('dob_mismatch', column, shown, { detail: `${written} → ${shown}` });
        return shown;
      };
    },
  };
}
