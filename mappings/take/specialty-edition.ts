/** The edition of a specialty code that the record does not mark, told by the name beside it. */
import { isSpecialtyCode, judgeSpecialtyEdition } from '../../schemas/identifiers/specialty-code.ts';
import type { FieldRule } from '../mapping.ts';

/** For a part with one row per item of both columns; what is not proved to be of 2018 is `specialty_2010`. */
export function specialtyEdition<C extends string>(code: C, name: C): FieldRule<C> {
  return {
    columns: [code, name],
    reading: {
      zh: `专业分类标准：${code} 与 ${name} 同 2018 版一致为 2018 版，否则为 2010 版`,
      en: `edition of ${code}: 2018 where ${name} is the name it has there, else 2010`,
    },
    compile({ indexOf }) {
      const codeIndex = indexOf(code);
      const nameIndex = indexOf(name);
      return (values, issues) => {
        const written = values[codeIndex] ?? '';
        const beside = values[nameIndex] ?? null;
        if (written === '') return beside === null ? null : 'unstated';
        if (!isSpecialtyCode(written)) issues.add('code_malformed', code, written);
        const unreadable = issues.all.some(
          ({ rule, column, disposition }) => rule === 'mojibake' && column === name && disposition === 'loaded',
        );
        const edition = judgeSpecialtyEdition(written, unreadable ? null : beside);
        if (edition === '2010') issues.add('specialty_2010', code, written);
        return edition;
      };
    },
  };
}
