/** Cells that list several things (公路工程/桥梁): a part with `each` makes one row of every item. */
import { readText } from '../schemas/values/text.ts';
import type { IssueList } from './issues.ts';
import type { RawValues } from './mapping.ts';
import { readAndReport, type Reader } from './take/read.ts';

/** Columns whose items of one place belong together, and what stands between the items. */
export interface Split {
  /** `whole` reads the cell before it is cut, where it is more than text. */
  readonly columns: readonly { readonly name: string; readonly index: number; readonly whole?: Reader<string> }[];
  readonly separator: RegExp;
}

/** Items without the separators behind the last of them. */
function cut(text: string, separator: RegExp): string[] {
  const items = text.split(separator).map((item) => item.trim());
  while (items.length > 1 && items.at(-1) === '') items.pop();
  return items;
}

/**
 * The raw values once per item of the split columns, each with that item alone in them. Faults of the text are found
 * before it is cut: markup and mojibake hold separators too, and an issue shows the whole cell. The first column that
 * holds anything leads. Another that has not as many items stays whole in every row: nothing says which of them belong
 * together.
 */
export function splitValues(values: RawValues, split: Split, issues: IssueList): RawValues[] {
  const texts = split.columns.map(({ name, index, whole }) =>
    (readAndReport(whole ?? ((cell) => readText(cell)), values[index] ?? '', name, issues) ?? '').trim(),
  );
  const lists = texts.map((text) => cut(text, split.separator));
  const leading = lists[texts.findIndex((text) => text !== '')] ?? [''];
  return leading.map((_, place) => {
    const copy = [...values];
    for (const [column, { index }] of split.columns.entries()) {
      const list = lists[column] ?? [];
      copy[index] = (list.length === leading.length ? list[place] : texts[column]) || null;
    }
    return copy;
  });
}
