/**
 * A source of which no more is taken than its owner allows: rows per second, hours of the day, and rest while it is
 * slow. Records, cursors and findings are those of the source. `check` asks catalogs only and is always let through.
 */
import type {
  Connector,
  Finding,
  PlannedRange,
  RawChunk,
  ReadRequest,
  StreamDelivery,
} from '../../connectors/connector.ts';
import type { StreamContract } from '../../connectors/stream.ts';
import { WindowClosedError } from '../../core/errors.ts';
import { BackOff } from './back-off.ts';
import { SYSTEM_CLOCK, type Clock } from './clock.ts';
import { Pace } from './pace.ts';
import { ReadWindows } from './read-windows.ts';
import type { Throttle } from './throttle.ts';

export interface ThrottleOptions {
  readonly system: string;
  readonly throttle: Throttle;
  readonly clock?: Clock;
}

export class ThrottledSource implements Connector {
  private readonly source: Connector;
  private readonly system: string;
  private readonly clock: Clock;
  private readonly windows: ReadWindows;
  private readonly pace: Pace | undefined;
  private readonly factor: number;
  /** By stream: rows of one are wider than those of another. */
  private readonly backOffs = new Map<string, BackOff>();

  constructor(source: Connector, { system, throttle, clock = SYSTEM_CLOCK }: ThrottleOptions) {
    this.source = source;
    this.system = system;
    this.clock = clock;
    this.windows = new ReadWindows(throttle.windows ?? []);
    this.pace = throttle.rowsPerSecond === undefined ? undefined : new Pace(throttle.rowsPerSecond);
    this.factor = throttle.backOff;
  }

  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return this.source.check(streams);
  }

  /** @throws WindowClosedError: looking at a live source counts all of it. */
  async describe(stream: StreamContract, planned?: readonly PlannedRange[]): Promise<StreamDelivery> {
    this.refuseClosed(stream.name);
    return this.source.describe(stream, planned);
  }

  async describeColumns(stream: StreamContract): Promise<StreamDelivery | null> {
    return (await this.source.describeColumns?.(stream)) ?? null;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream, signal } = request;
    const backOff = this.backOffOf(stream.name);
    this.refuseClosed(stream.name);
    let asked = this.clock.now();
    // The first answer is that of a new query: it says nothing about the rows behind it.
    let isFirst = true;
    for await (const chunk of this.source.read(request)) {
      const came = this.clock.now();
      const rest = isFirst ? 0 : backOff.observe(came - asked);
      isFirst = false;
      this.pace?.charge(chunk.records.length, came);
      yield chunk;
      const owed = Math.max(came + rest - this.clock.now(), this.pace?.remaining(this.clock.now()) ?? 0);
      if (owed > 0) await this.clock.wait(owed, signal);
      this.refuseClosed(stream.name);
      asked = this.clock.now();
    }
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private backOffOf(stream: string): BackOff {
    const backOff = this.backOffs.get(stream) ?? new BackOff(this.factor);
    this.backOffs.set(stream, backOff);
    return backOff;
  }

  private refuseClosed(stream: string): void {
    const now = this.clock.now();
    if (this.windows.isOpen(now)) return;
    const opening = this.windows.nextOpening(now);
    throw new WindowClosedError(`${this.system} 不在允许读取的时段内（北京时间），${opening} 起可以读取`, {
      system: this.system,
      stream,
      next: `${opening} 之后再次运行，将从中断处继续；或调整 ggzy.yaml 中的 throttle.windows。`,
    });
  }
}
