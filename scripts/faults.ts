/**
 * `npm run faults [-- --only deadlock,disk --write]`: plays each fault on real servers and prints what the user sees, what
 * the database holds and what the next run does. Every cell is checked; a fault the product does not survive ends the
 * command with 1. `--write` makes docs/faults.md.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { Unplayable, type Scenario } from './faults/scenario.ts';
import { SCENARIOS } from './faults/scenarios/index.ts';
import { openStage, type OpenStage } from './faults/stage.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'faults.md');
const HEADS = ['fault', 'what the user sees', 'what the database holds', 'what the next run does'];
const INTRODUCTION = `# Every fault ends in the content of an undisturbed run

\`npm run faults -- --write\` makes this page. Each fault is played on real servers: a MariaDB and a PostgreSQL as sources
behind a proxy that cuts, stalls and slows, a PostgreSQL as target, and \`ggzy migrate\` as a process of its own. What the
user sees is what the command printed. What the database holds is counted, and the ledger has to agree. The next run has
to end green, with raw, canonical, issue and quarantine tables equal to those of a run that nobody disturbed.
`;

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

async function playOne(stage: OpenStage, scenario: Scenario): Promise<{ cells: readonly string[]; survived: boolean }> {
  try {
    const { sees, holds, next } = await stage.play(scenario);
    return { cells: [scenario.fault, sees, holds, next], survived: true };
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    if (thrown instanceof Unplayable) return { cells: [scenario.fault, `not played: ${text}`, '', ''], survived: true };
    return { cells: [scenario.fault, `FAILED: ${text.slice(0, 400)}`, '', ''], survived: false };
  }
}

const chosen = SCENARIOS.filter(({ fault }) => values.only.split(',').some((word) => fault.includes(word)));
const stage = await openStage();
const rows: string[] = [];
try {
  for (const scenario of chosen) {
    const { cells, survived } = await playOne(stage, scenario);
    rows.push(line(cells));
    console.log(rows.at(-1));
    if (!survived) process.exitCode = 1;
  }
} finally {
  await stage.close();
}
if (values.write) {
  const page = [INTRODUCTION, line(HEADS), line(HEADS.map(() => '---')), ...rows, ''].join('\n');
  await writeFile(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
