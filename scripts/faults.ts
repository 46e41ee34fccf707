/**
 * `npm run faults [-- --only deadlock,disk --write]`: plays each fault on real servers and prints what the user sees, what
 * the database holds and what the next run does. Every cell is checked; a fault the product does not survive ends the
 * command with 1. `--write` puts the rows that were played into docs/faults.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageText, rowsOf, writeRow, type Row } from './faults/page.ts';
import { Unplayable, type Scenario } from './faults/scenario.ts';
import { SCENARIOS } from './faults/scenarios/index.ts';
import { FaultStage } from './faults/stage.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'faults.md');
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});

async function playOne(stage: FaultStage, scenario: Scenario): Promise<{ row: Row; survived: boolean }> {
  try {
    const { sees, holds, next } = await stage.play(scenario);
    return { row: [scenario.fault, sees, holds, next], survived: true };
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    if (thrown instanceof Unplayable) return { row: [scenario.fault, `not played: ${text}`, '', ''], survived: true };
    return { row: [scenario.fault, `FAILED: ${text.slice(0, 400)}`, '', ''], survived: false };
  }
}

const chosen = SCENARIOS.filter(({ fault }) => values.only.split(',').some((word) => fault.includes(word)));
const stage = await FaultStage.open();
const rows = rowsOf(await readFile(PAGE, 'utf8').catch(() => ''));
try {
  for (const scenario of chosen) {
    const { row, survived } = await playOne(stage, scenario);
    rows.set(scenario.fault, row);
    console.log(writeRow(row));
    if (!survived) process.exitCode = 1;
    const faults = SCENARIOS.map(({ fault }) => fault);
    if (values.write) await writeFile(PAGE, pageText(faults, rows));
  }
} finally {
  await stage.close();
}
