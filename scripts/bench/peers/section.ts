/** Puts a result into the page that shows it, between two marks, as the formatter would have it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'performance.md');
const MARKS = ['<!-- comparison: written by the command below -->', '<!-- end of the comparison -->'] as const;

/** @param given arguments of the command, repeated in the text. */
export async function writeSection(text: string, given: readonly string[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = MARKS.map((mark) => page.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the comparison`);
  const command = `\`npm run bench -- ${given.join(' ')}\` wrote this.`;
  const whole = `${page.slice(0, from)}${MARKS[0]}\n\n${command}\n\n${text}\n${page.slice(to)}`;
  const style = (await resolveConfig(PAGE)) ?? {};
  await writeFile(PAGE, await format(whole, { ...style, parser: 'markdown' }));
}
