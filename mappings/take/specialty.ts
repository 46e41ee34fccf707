/** Codes of expert specialties: the edition decides what a code means, and codes of 2010 are not those of 2018. */
import { readText } from '../../schemas/values/text.ts';
import { toHalfWidth } from '../../schemas/values/width.ts';
import type { FieldRule } from '../mapping.ts';
import { readAndReport } from './read.ts';

const EDITION_2010 = '2010';

/** @param edition the column beside the code that names its edition. */
export function specialtyCode<C extends string>(column: C, edition: C): FieldRule<C> {
  return {
    columns: [column, edition],
    reading: { zh: `专业代码，版本见 ${edition}`, en: `specialty code of the edition in ${edition}` },
    compile({ indexOf }) {
      const index = indexOf(column);
      const editionIndex = indexOf(edition);
      return (values, issues) => {
        const text = values[index];
        if (!text) return null;
        const code = readAndReport((typed) => readText(typed), text, column, issues);
        const isOld = toHalfWidth(values[editionIndex] ?? '').trim() === EDITION_2010;
        if (isOld && code !== null) issues.add('specialty_2010', column, code);
        return code;
      };
    },
  };
}
