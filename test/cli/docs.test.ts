/** The counts of taken and ignored columns as an operator asks for them: no settings, no database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { totalAudits, type StreamAudit } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { runCli, workDirectory } from './harness.ts';

/** Cells of the table that begins with these titles. */
function tableOf(stdout: string, titles: string): string[][] {
  const lines = stdout.split('\n');
  const head = lines.findIndex((line) =>
    line
      .split(/\s{2,}/)
      .join(' ')
      .startsWith(titles),
  );
  const end = lines.findIndex((line, index) => index > head && line === '');
  return lines.slice(head + 2, end < 0 ? undefined : end).map((line) => line.trim().split(/\s{2,}/));
}

const figure = (cell: string | undefined): number => (cell === '–' ? 0 : Number(cell));

describe('ggzy docs', () => {
  let stdout = '';
  beforeAll(async () => {
    const { code, stdout: printed } = await runCli(['docs'], { cwd: await workDirectory() });
    expect(code).toBe(0);
    stdout = printed.trimEnd();
  });

  it('has a line for every stream, in which each column is counted once', () => {
    const rows = tableOf(stdout, '系统 数据流 映射');
    expect(rows.map(([system, stream]) => `${system} ${stream}`)).toEqual(
      SYSTEMS.flatMap(({ system, mappings }) => mappings.map(({ stream }) => `${system} ${stream.name}`)),
    );
    for (const [system, stream, , columns, ...counts] of rows) {
      const sum = counts.reduce((total, cell) => total + figure(cell), 0);
      expect(`${system} ${stream} ${sum}`).toBe(`${system} ${stream} ${columns}`);
    }
  });

  it('sums them up by centre, and nothing is forgotten', () => {
    const rows = tableOf(stdout, '系统 数据流 列');
    expect(rows.map(([system]) => system)).toEqual([...SYSTEMS.map(({ system }) => system), '合计']);
    const streams = SYSTEMS.map(({ mappings }) => mappings.length);
    expect(rows.map(([, count]) => Number(count))).toEqual([...streams, streams.reduce((sum, n) => sum + n, 0)]);
    for (const [system, , columns, ...counts] of rows) {
      const sum = counts.reduce((total, cell) => total + figure(cell), 0);
      expect(`${system} ${sum}`).toBe(`${system} ${columns}`);
      expect(counts.at(-1)).toBe('–');
    }
  });
});

describe('the total of a system', () => {
  const audit: StreamAudit = {
    system: 's',
    stream: 'A',
    mappingVersion: 3,
    columns: 4,
    taken: ['X'],
    structural: ['ID'],
    ignored: { spare: ['BY'] },
    forgotten: ['Y'],
    contradictory: [],
  };

  it('counts columns of one name in two streams twice', () => {
    const other: StreamAudit = { ...audit, stream: 'B', ignored: { spare: ['BY'], technical: ['T'] }, columns: 5 };
    expect(totalAudits('s', [audit, other])).toEqual({
      system: 's',
      streams: 2,
      columns: 9,
      taken: ['X', 'X'],
      structural: ['ID', 'ID'],
      ignored: { spare: ['BY', 'BY'], technical: ['T'] },
      forgotten: ['Y', 'Y'],
      contradictory: [],
    });
  });
});
