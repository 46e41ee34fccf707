/** One line per measurement, in columns. */

export interface Measurement {
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peakMegabytes?: number;
  readonly status?: string;
}

const NAME_WIDTH = 40;
const WIDTH = 10;

export function printHead(): void {
  const heads = ['seconds', 'rows/s', 'MB/s', 'peak'].map((head) => head.padStart(WIDTH));
  console.log([''.padEnd(NAME_WIDTH), ...heads].join(' '));
}

export function printRow(name: string, { rows, megabytes, seconds, peakMegabytes, status }: Measurement): void {
  const cells = [
    seconds.toFixed(1),
    Math.round(rows / seconds).toLocaleString('en'),
    (megabytes / seconds).toFixed(1),
    peakMegabytes === undefined ? '' : `${peakMegabytes.toFixed(0)} MB`,
  ];
  console.log([name.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padStart(WIDTH)), status ?? ''].join(' '));
}
