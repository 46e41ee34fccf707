/** Loaded before the command: at the signal SIGUSR2 the clock of the process jumps two days back. */
const BACK = 2 * 24 * 3600 * 1000;

const Real = Date;
let back = 0;

class Jumping extends Real {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    if (given.length === 0) super(Real.now() - back);
    else super(...given);
  }

  static override now(): number {
    return Real.now() - back;
  }
}

globalThis.Date = Jumping as DateConstructor;
process.on('SIGUSR2', () => {
  back = BACK;
});
