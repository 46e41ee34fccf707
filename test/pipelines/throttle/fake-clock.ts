import type { Clock } from '../../../pipelines/throttle/clock.ts';

/** Time passes when somebody waits, or when a test says so. */
export class FakeClock implements Clock {
  static readonly START = Date.parse('2026-03-02T00:00:00+08:00');
  private time: number;
  /** Milliseconds that were waited. */
  waited = 0;

  constructor(start?: string) {
    this.time = start === undefined ? FakeClock.START : Date.parse(start);
  }

  now(): number {
    return this.time;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.waited += milliseconds;
    this.time += milliseconds;
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}
