/** No more rows a second than are allowed, over all readings of a system together. */
export class Pace {
  private readonly rowsPerSecond: number;
  /** Milliseconds since 1970 at which what was taken is made up for. */
  private even = 0;

  constructor(rowsPerSecond: number) {
    this.rowsPerSecond = rowsPerSecond;
  }

  /** @param now milliseconds since 1970. */
  charge(rows: number, now: number): void {
    this.even = Math.max(this.even, now) + (rows * 1000) / this.rowsPerSecond;
  }

  /** @returns milliseconds until the next rows may be taken. */
  remaining(now: number): number {
    return Math.max(0, this.even - now);
  }
}
