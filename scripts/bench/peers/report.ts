/** The comparison as Markdown: one table per route and kind of rows, and what it says of the aims. */
import type { Prepared, Tool } from './tool.ts';
import type { Outcome } from './round.ts';
import type { Filled } from './sources.ts';

export interface Comparison {
  readonly title: string;
  readonly filled: Filled;
  readonly outcomes: readonly Outcome[];
  /** Tools that took no part, with the reason. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
}

const HEADS = ['', 'seconds', 'MB/s', 'rows/s', 'CPU s', 'peak MB', 'content'];
const ALIGNMENT = ['---', '---:', '---:', '---:', '---:', '---:', '---'];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const failed = ({ measure }: Outcome): boolean => measure.exitCode !== 0;

export function outcomeCells(outcome: Outcome, { rows, bytes }: Filled): string[] {
  const { name, measure, parity } = outcome;
  const { seconds, cpuSeconds, peakMegabytes } = measure;
  const text = parity.replaceAll('|', '\\|');
  if (failed(outcome)) return [name.replaceAll('|', '\\|'), '', '', '', '', '', text];
  const rates = [seconds.toFixed(1), (bytes / 1e6 / seconds).toFixed(1), whole(rows / seconds)];
  return [name.replaceAll('|', '\\|'), ...rates, cpuSeconds.toFixed(1), whole(peakMegabytes), text];
}

function findSeconds(outcomes: readonly Outcome[], start: string): number | undefined {
  const found = outcomes.find((outcome) => outcome.name.startsWith(start));
  // What has not loaded everything was not fast.
  return found && !failed(found) && ['equal', '–'].includes(found.parity) ? found.measure.seconds : undefined;
}

/** Sentences about the aims; a sentence without its figures is left out. */
export function verdicts(outcomes: readonly Outcome[], product: string, peers: readonly string[]): string[] {
  const own = findSeconds(outcomes, product);
  const again = findSeconds(outcomes, `${product}, second`);
  const floor = findSeconds(outcomes, 'floor');
  const others = outcomes.filter((outcome) => peers.includes(outcome.name) && !failed(outcome));
  const fastest = others.toSorted((one, other) => one.measure.seconds - other.measure.seconds)[0];
  const said: string[] = [];
  if (own === undefined) return said;
  if (fastest) said.push(`${(fastest.measure.seconds / own).toFixed(2)} × the fastest peer (${fastest.name})`);
  if (floor !== undefined) said.push(`${((100 * floor) / own).toFixed(0)} % of the floor into empty tables`);
  if (floor !== undefined && again !== undefined) {
    said.push(`${((100 * floor) / again).toFixed(0)} % into existing rows`);
    said.push(`a run without changes takes ${((100 * again) / own).toFixed(0)} % of the first load`);
  }
  return said;
}

export function comparisonText(comparison: Comparison, product: string, peers: readonly string[]): string {
  const { title, filled, outcomes, absent } = comparison;
  const size = `${whole(filled.rows)} rows of ${(filled.bytes / filled.rows).toFixed(0)} bytes`;
  const said = verdicts(outcomes, product, peers);
  return [
    `### ${title}: ${size}`,
    '',
    line(HEADS),
    line(ALIGNMENT),
    ...outcomes.map((outcome) => line(outcomeCells(outcome, filled))),
    ...absent.map(({ name, reason }) => line([name, '', '', '', '', '', `took no part: ${reason}`])),
    '',
    ...(said.length === 0 ? [] : [`${product}: ${said.join('; ')}.`, '']),
  ].join('\n');
}

export function versionsText(tools: readonly (readonly [Tool, Prepared])[]): string {
  const lines = tools.map(([{ name, remark }, prepared]) => {
    const version = 'version' in prepared ? prepared.version : `took no part: ${prepared.missing}`;
    return `- **${name.replaceAll('|', '\\|')}** ${version}${remark ? ` (${remark})` : ''}`;
  });
  return ['Versions:', '', ...lines, ''].join('\n');
}
