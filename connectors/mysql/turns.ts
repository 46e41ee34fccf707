/** One connection serves one at a time. Whoever rests while holding the turn learns that another waits for it. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private onWanted: (() => void) | undefined;

  /** @returns gives the turn back; called once. */
  async take(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.last;
    this.last = promise;
    this.waiting += 1;
    this.onWanted?.();
    await before;
    this.waiting -= 1;
    return resolve;
  }

  /** For the holder: calls as soon as somebody waits. */
  rest(giveUp: () => void): void {
    this.onWanted = giveUp;
    if (this.waiting > 0) giveUp();
  }

  /** For the holder: the rest is over. */
  resume(): void {
    this.onWanted = undefined;
  }
}
