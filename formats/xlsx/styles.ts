/** What the styles of a workbook say about its cells: which are dates, which are struck through. */
import { attribute } from '../xml/attributes.ts';
import type { XmlHandler } from '../xml/scanner.ts';
import { isTrue } from './part-values.ts';

export interface CellStyles {
  isDate(style: number): boolean;
  isStruck(style: number): boolean;
}

/** Formats that every spreadsheet knows without saying so; 27–36 and 50–58 are the Chinese ones. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Literals, escapes, fill characters and bracketed conditions say nothing about the kind of value. */
const LITERAL = /"[^"]*"|\\.|[_*].|\[[^\]]*\]/g;

export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.replaceAll(LITERAL, '').split(';');
  return /[ymdhs]/i.test(positive) && !/^general$/i.test(positive.trim());
}

interface CellFormat {
  readonly numberFormat: number;
  readonly font: number;
}

export class StyleReader implements XmlHandler, CellStyles {
  private readonly formats: CellFormat[] = [];
  private readonly struckFonts: boolean[] = [];
  private readonly dateCodes = new Map<number, boolean>();
  private section = '';

  open(name: string, attributes: string): void {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') this.section = name;
    else if (name === 'numFmt') this.addNumberFormat(attributes);
    else if (name === 'xf' && this.section === 'cellXfs') this.addFormat(attributes);
    else if (this.section === 'fonts') this.addFont(name, attributes);
  }

  close(name: string): void {
    if (name === this.section) this.section = '';
  }

  isDate(style: number): boolean {
    const id = this.formats[style]?.numberFormat ?? 0;
    return this.dateCodes.get(id) ?? BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);
  }

  isStruck(style: number): boolean {
    return this.struckFonts[this.formats[style]?.font ?? 0] ?? false;
  }

  private addNumberFormat(attributes: string): void {
    // A format inside a conditional style repeats ids with other codes.
    if (this.section === 'dxfs') return;
    const id = Number(attribute(attributes, 'numFmtId'));
    this.dateCodes.set(id, isDateFormat(attribute(attributes, 'formatCode') ?? ''));
  }

  private addFormat(attributes: string): void {
    this.formats.push({
      numberFormat: Number(attribute(attributes, 'numFmtId') ?? 0),
      font: Number(attribute(attributes, 'fontId') ?? 0),
    });
  }

  private addFont(name: string, attributes: string): void {
    if (name === 'font') this.struckFonts.push(false);
    if (name === 'strike') this.struckFonts[this.struckFonts.length - 1] = isTrue(attribute(attributes, 'val') ?? '1');
  }
}
