import { describe, expect, it } from 'vitest';
import { summarise, type TestReport } from '../../scripts/test-summary.ts';

function reportOf(...tests: readonly (readonly [suite: string, status: string])[]): TestReport {
  const assertionResults = tests.map(([suite, status]) => ({ ancestorTitles: [suite, 'inner'], title: 't', status }));
  const count = (wanted: string): number => tests.filter(([, status]) => status === wanted).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults }],
  };
}

describe('the summary of a test run', () => {
  it('counts', () => {
    expect(summarise(reportOf(['a', 'passed'], ['a', 'failed']))).toEqual({
      lines: ['1 passed, 1 failed'],
      complete: true,
    });
  });

  it('counts a file that could not be loaded', () => {
    const report = reportOf(['a', 'passed']);
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
    const { lines } = summarise({ ...report, testResults: [...report.testResults, broken] });
    expect(lines).toEqual(['1 passed, 1 failed']);
  });

  it('names what was skipped for want of a SQL Server, which is allowed', () => {
    const suite = 'a real SQL Server (TEST_MSSQL_URL names no server)';
    const { lines, complete } = summarise(reportOf(['a', 'passed'], [suite, 'skipped'], [suite, 'pending']));
    expect(lines).toEqual([`skipped: ${suite}, 2 tests`, '1 passed, 0 failed, 2 skipped']);
    expect(complete).toBe(true);
  });

  it('allows what a test says it needs, not its whole suite', () => {
    const assertion = { ancestorTitles: ['open'], title: 'refuses (needs a user who is not root)', status: 'skipped' };
    const report = reportOf(['open', 'passed']);
    const file = { name: 'b.test.ts', status: 'passed', assertionResults: [assertion] };
    expect(summarise({ ...report, testResults: [file] }).complete).toBe(true);
    const other = { ...file, assertionResults: [{ ...assertion, title: 'opens' }] };
    expect(summarise({ ...report, testResults: [file, other] }).complete).toBe(false);
  });

  it('is not complete where anything else was skipped', () => {
    const { lines, complete } = summarise(reportOf(['mysql (no mariadbd)', 'skipped']));
    expect(lines[0]).toBe('skipped: mysql (no mariadbd), 1 tests');
    expect(complete).toBe(false);
  });
});
