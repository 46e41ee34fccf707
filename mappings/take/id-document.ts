/** A number beside the type of document it stands on: an ID number, or the number of another document. */
import { isValidIdNumber, readIdNumber } from '../../schemas/identifiers/id-number.ts';
import type { Reading } from '../../schemas/reading.ts';
import { readText } from '../../schemas/values/text.ts';
import type { FieldRule } from '../mapping.ts';
import { readAndReport } from './read.ts';

export interface IdDocument<C extends string> {
  readonly number: C;
  readonly type: C;
  /** Source codes of the documents that are no ID cards (02 军官证). */
  readonly others: ReadonlySet<string>;
}

export type IdDocumentField = 'idNumber' | 'documentNumber';

const READINGS = {
  idNumber: { zh: '证件号码中的身份证号', en: 'ID number, where the document is an ID card' },
  documentNumber: { zh: '身份证以外的证件号码', en: 'number of a document that is no ID card' },
} as const;

interface Numbers {
  readonly isIdNumber: boolean;
  readonly reading: Reading<string>;
}

/** A number that passes as an ID number is one whatever the type says; what fails on another document is its own form. */
function readNumber(text: string, isOther: boolean): Numbers {
  const asId = readIdNumber(text);
  if (!isOther || asId.value === null || isValidIdNumber(asId.value)) return { isIdNumber: true, reading: asId };
  return { isIdNumber: false, reading: readText(text) };
}

export function idDocument<C extends string>(
  { number, type, others }: IdDocument<C>,
  field: IdDocumentField,
): FieldRule<C> {
  return {
    columns: [number, type],
    reading: READINGS[field],
    compile({ indexOf }) {
      const index = indexOf(number);
      const typeIndex = indexOf(type);
      return (values, issues) => {
        const text = values[index];
        if (!text) return null;
        const { isIdNumber, reading } = readNumber(text, others.has(values[typeIndex]?.trim() ?? ''));
        const mine = isIdNumber === (field === 'idNumber');
        return mine ? readAndReport(() => reading, text, number, issues) : null;
      };
    },
  };
}
