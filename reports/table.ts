/** Terminal tables whose columns stand straight with Chinese text in them. */
import { cutToWidth, displayWidth, padToWidth } from './display-width.ts';

export interface TableColumn<R> {
  readonly title: string;
  readonly value: (row: R) => string;
  readonly align?: 'left' | 'right';
  /** Cells are cut to this width. */
  readonly maxWidth?: number;
}

/** One line per row: whatever would break the line or move the cursor is shown as a blank. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

export function renderTable<R>(columns: readonly TableColumn<R>[], rows: readonly R[]): string {
  const cells = rows.map((row) =>
    columns.map(({ value, maxWidth }) => {
      const text = oneLine(value(row));
      return maxWidth === undefined ? text : cutToWidth(text, maxWidth);
    }),
  );
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, place) =>
    Math.max(displayWidth(title), ...cells.map((line) => displayWidth(line[place] ?? ''))),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, place) => padToWidth(text, widths[place] ?? 0, columns[place]?.align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [line(titles), rule, ...cells.map(line)].join('\n');
}
