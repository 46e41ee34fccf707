/** docs/faults.md: one row per fault. A row that is not played anew stays as it was. */

const HEADS = ['fault', 'what the user sees', 'what the database holds', 'what the next run does'];
const MARKS = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;
const INTRODUCTION = `# Every fault ends in the content of an undisturbed run

\`npm run faults -- --write\` makes this page. Each fault is played on real servers: a MariaDB and a PostgreSQL as sources
behind a proxy that cuts, stalls and slows, a PostgreSQL as target, and \`ggzy migrate\` as a process of its own. What the
user sees is what the command printed. What the database holds is counted, and the ledger has to agree. The next run has
to end green, with raw, canonical, issue and quarantine tables equal to those of a run that nobody disturbed (closed
issues of a delivery that could not be read aside). SQL Server is a double that speaks its protocol: it never was one.
`;

export type Row = readonly [fault: string, ...cells: string[]];

/** Cells of a line of the table; a bar inside a cell is escaped. */
export function readRow(line: string): Row {
  const cells = line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  return [cells[0] ?? '', ...cells.slice(1)];
}

export function writeRow(row: readonly string[]): string {
  return `| ${row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** Rows of a page by fault; empty where there is no page yet. */
export function rowsOf(page: string): Map<string, Row> {
  const lines = page.split('\n').filter((line) => line.startsWith('| '));
  return new Map(lines.slice(2).map((line) => [readRow(line)[0], readRow(line)]));
}

/** @param faults every fault there is, in order; rows of others are dropped. */
export function pageText(faults: readonly string[], rows: ReadonlyMap<string, Row>): string {
  const known = faults.flatMap((fault) => {
    const row = rows.get(fault);
    return row ? [writeRow(row)] : [];
  });
  const table = [writeRow(HEADS), writeRow(HEADS.map(() => '---')), ...known];
  return [INTRODUCTION, MARKS[0], '', ...table, '', MARKS[1], ''].join('\n');
}
