/**
 * One connection does one thing at a time; who comes later waits in line. A reading whose consumer is away may be asked to
 * give way: it stops, and goes on from its cursor when it is its turn again. So nobody waits for ever who reads one table
 * while another reading stands open.
 */

/** How long a consumer may be away before others go first. */
const PATIENCE_MILLISECONDS = 1_000;

interface Rest {
  readonly stop: () => Promise<unknown>;
  /** Set once it was stopped. */
  gone: Promise<void> | undefined;
}

/** The right to use the connection, from `enter` until `leave`. */
export class Pass {
  private readonly lane: Lane;
  private over = false;
  /** Set while the holder has nothing to ask. */
  private resting: Rest | undefined;

  constructor(lane: Lane) {
    this.lane = lane;
  }

  /** The holder has nothing to ask for a while; whoever has waited long enough may have what is running stopped. */
  rest(stop: () => Promise<unknown>): void {
    this.resting = { stop, gone: undefined };
    if (this.lane.wanted) this.giveWayInTime();
  }

  /** @returns false where the lane was given away in the meantime. */
  async resume(): Promise<boolean> {
    const { resting } = this;
    this.resting = undefined;
    await resting?.gone;
    return !this.over;
  }

  leave(): void {
    if (this.over) return;
    this.over = true;
    this.lane.next();
  }

  /** Somebody waits. */
  giveWayInTime(): void {
    const { resting } = this;
    if (!resting || resting.gone) return;
    setTimeout(() => this.giveWay(resting), PATIENCE_MILLISECONDS).unref();
  }

  /** The holder may have come back in the meantime, and rest again for another reason. */
  private giveWay(resting: Rest): void {
    if (this.resting !== resting || resting.gone || !this.lane.wanted) return;
    const leave = (): void => this.leave();
    resting.gone = resting.stop().then(leave, leave);
  }
}

export class Lane {
  private holder: Pass | undefined;
  private readonly waiting: ((pass: Pass) => void)[] = [];

  get wanted(): boolean {
    return this.waiting.length > 0;
  }

  /** @throws the reason of the signal, where it ends the waiting. */
  async enter(signal?: AbortSignal): Promise<Pass> {
    signal?.throwIfAborted();
    if (!this.holder) return (this.holder = new Pass(this));
    const { promise, resolve, reject } = Promise.withResolvers<Pass>();
    const giveUp = (): void => {
      this.waiting.splice(this.waiting.indexOf(resolve), 1);
      reject(signal?.reason as Error);
    };
    this.waiting.push(resolve);
    signal?.addEventListener('abort', giveUp, { once: true });
    this.holder.giveWayInTime();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  async within<T>(work: () => Promise<T>): Promise<T> {
    const pass = await this.enter();
    try {
      return await work();
    } finally {
      pass.leave();
    }
  }

  /** For the pass that ends. */
  next(): void {
    const resolve = this.waiting.shift();
    this.holder = resolve && new Pass(this);
    if (resolve && this.holder) resolve(this.holder);
  }
}
