/**
 * Ends a test run: names every suite that was skipped, and counts. `node scripts/test-summary.ts report.json`, with the
 * report of `vitest --reporter=json`. Fails where something was skipped that this machine should have had: all but what
 * needs a SQL Server, a browser, or a user who may not do everything.
 */
import { readFile } from 'node:fs/promises';

interface Assertion {
  readonly status: string;
  readonly ancestorTitles: readonly string[];
  readonly title: string;
}

export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

export interface Summary {
  readonly lines: readonly string[];
  /** Nothing was skipped that should not have been. */
  readonly complete: boolean;
}

/** What the name of a suite or a test says it needs and not every machine has. */
const NOT_EVERYWHERE = /TEST_MSSQL_URL|GGZY_CHROMIUM|needs a user who is not root/;
const SKIPPED = new Set(['skipped', 'pending', 'todo']);

export function summarise(report: TestReport): Summary {
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => SKIPPED.has(status))
      .map(({ ancestorTitles, title }) => ({
        suite: ancestorTitles[0] ?? title,
        name: [...ancestorTitles, title].join(' '),
      })),
  );
  const suites = Map.groupBy(skipped, ({ suite }) => suite);
  const named = [...suites].map(([suite, tests]) => `skipped: ${suite}, ${tests.length} tests`);
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const { numPassedTests: passed } = report;
  const failed = report.numFailedTests + broken.length;
  const counts = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
  return { lines: [...named, counts], complete: skipped.every(({ name }) => NOT_EVERYWHERE.test(name)) };
}

async function main([path = '']: readonly string[]): Promise<void> {
  try {
    const { lines, complete } = summarise(JSON.parse(await readFile(path, 'utf8')) as TestReport);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!complete) process.exitCode = 1;
  } catch {
    // No report: the run did not come to its end.
    process.stdout.write('0 passed, 1 failed\n');
    process.exitCode = 1;
  }
}

if (import.meta.main) await main(process.argv.slice(2));
