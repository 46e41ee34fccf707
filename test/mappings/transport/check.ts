/** One line per oddity: a record of one of the centre's streams, what it becomes, and what is found wrong with it. */
import { expect, it } from 'vitest';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

export type Line = readonly [cells: Cells, values: Readonly<Record<string, string | boolean>>, ...issues: string[]];

/** @param always fields every record of the stream has; they are left out of the lines. */
export function checkLines(mapping: Mapping, always: readonly string[], lines: readonly Line[]): void {
  for (const [cells, expected, ...issues] of lines) {
    it(`${mapping.stream.name} ${JSON.stringify(cells)}`, () => {
      const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: '7', ...cells });
      const values = Object.entries(mapped.values[''] ?? {}).filter(([name]) => !always.includes(name));
      expect(Object.fromEntries(values)).toEqual(expected);
      expect(mapped.issues).toEqual(issues);
    });
  }
}

/** UTF-8 read as GBK. */
export function misread(text: string): string {
  return new TextDecoder('gb18030').decode(Buffer.from(text, 'utf8'));
}
