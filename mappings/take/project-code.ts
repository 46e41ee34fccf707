/** Columns that hold the code of an investment project, or the internal number of one approved before codes existed. */
import { isInvestmentCode, readInvestmentCode } from '../../schemas/identifiers/investment-code.ts';
import { readText } from '../../schemas/values/text.ts';
import type { FieldRule } from '../mapping.ts';
import { readAndReport } from './read.ts';

export type ProjectCodeField = 'investmentCode' | 'internalNumber';

const READINGS = {
  investmentCode: { zh: '投资项目统一代码', en: '24-character investment project code' },
  internalNumber: { zh: '旧项目的内部编号', en: 'internal number of a project without a code' },
} as const;

/** A code that was meant as one and fails its form stays beside the codes, with its issue. */
export function projectCode<C extends string>(column: C, field: ProjectCodeField): FieldRule<C> {
  return {
    columns: [column],
    reading: READINGS[field],
    compile({ indexOf }) {
      const index = indexOf(column);
      return (values, issues) => {
        const text = values[index];
        if (!text) return null;
        const reading = readInvestmentCode(text);
        const isCode = reading.rules.length > 0 || (reading.value !== null && isInvestmentCode(reading.value));
        if (isCode !== (field === 'investmentCode')) return null;
        return readAndReport((typed) => (isCode ? reading : readText(typed)), text, column, issues);
      };
    },
  };
}
