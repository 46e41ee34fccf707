/** Shows how a migration goes on: one live line on a terminal, one line per finished stream everywhere. */
import type { Say } from '../core/language.ts';
import type { ProgressEvent, ProgressListener } from '../pipelines/progress.ts';
import { cutToWidth } from '../reports/display-width.ts';
import { formatCount, formatSeconds } from '../reports/figures.ts';

const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

interface StreamState {
  readonly name: string;
  readonly startedAt: number;
  readonly declared: number | null;
  read: number;
  /** Read by an earlier run that was broken off: they say nothing about the speed of this one. */
  resumed: number;
  merged: number;
  quarantined: number;
}

export class MigrationProgress {
  readonly #say: Say;
  readonly #out: NodeJS.WriteStream;
  /** By system: several are read at once. */
  readonly #streams = new Map<string, StreamState>();
  #drawnAt = 0;

  constructor(say: Say, out: NodeJS.WriteStream) {
    this.#say = say;
    this.#out = out;
  }

  listenTo(system: string): ProgressListener {
    return (event) => this.#tell(system, event);
  }

  /** Takes the live line away. */
  stop(): void {
    if (this.#out.isTTY && this.#streams.size > 0) this.#out.write(CLEAR_LINE);
    this.#streams.clear();
  }

  #tell(system: string, event: ProgressEvent): void {
    const say = this.#say;
    if (event.kind === 'system') {
      const streams = say(`${event.streams.length} 个数据流`, `${event.streams.length} streams`);
      this.#line(`${system}  ${streams}${event.resumed ? say('，从中断处继续', ', going on where it stopped') : ''}`);
    } else if (event.kind === 'started') {
      const started = { name: event.stream, startedAt: performance.now(), declared: event.declaredRows };
      this.#streams.set(system, { ...started, read: 0, resumed: 0, merged: 0, quarantined: 0 });
    } else if (event.kind === 'frozen') {
      const later = formatCount(event.later);
      this.#line(
        `· ${system} ${event.stream}  ${say(`截止时间之后改动的 ${later} 条未读取`, `${later} records changed later and are left out`)}`,
      );
    } else if (event.kind === 'lost') {
      this.stop();
      const again = say(`${event.seconds}秒后重新连接`, `trying again in ${event.seconds} s`);
      this.#line(`✗ ${system} ${again}  ${event.message}`);
    } else if (event.kind === 'failed' || event.kind === 'held') {
      this.#tellFailure(system, event);
    } else {
      this.#count(system, event);
    }
  }

  #tellFailure(system: string, event: ProgressEvent & { kind: 'failed' | 'held' }): void {
    this.#line(`✗ ${system} ${event.stream}  ${event.message}`);
    const next = event.kind === 'failed' ? event.next : null;
    if (next !== null) this.#line(`    ${this.#say('下一步：', 'next: ')}${next}`);
    this.#streams.delete(system);
  }

  #count(system: string, event: ProgressEvent): void {
    const stream = this.#streams.get(system);
    if (!stream) return;
    if (event.kind === 'read') {
      stream.read += event.rows;
      stream.quarantined += event.quarantined;
    } else if (event.kind === 'kept') {
      stream.read += event.rows;
    } else if (event.kind === 'resumed') {
      stream.read += event.rows;
      stream.resumed = event.rows;
    } else if (event.kind === 'merged') {
      stream.merged += event.rows;
    } else if (event.kind === 'carried') {
      this.#streams.delete(system);
      const same = this.#say('与上次交付相同，结果沿用', 'the same delivery as before, its outcome holds');
      this.#line(`✓ ${system} ${stream.name}  ${formatCount(event.rows)}  ${same}`);
      return;
    } else if (event.kind === 'finished') {
      this.#streams.delete(system);
      this.#line(`✓ ${this.#describe(system, stream)}`);
      return;
    }
    this.#draw(`  ${this.#describe(system, stream)}`);
  }

  #describe(system: string, { name, startedAt, declared, read, resumed, merged, quarantined }: StreamState): string {
    const say = this.#say;
    const elapsed = performance.now() - startedAt;
    const speed = Math.round(((Math.max(read - resumed, 0) || merged) / Math.max(elapsed, 1)) * 1000);
    const total = declared === null ? '' : ` / ${formatCount(declared)}`;
    const parts = [
      `${system} ${name}`,
      say(
        `${formatCount(Math.max(read, merged))}${total} 条`,
        `${formatCount(Math.max(read, merged))}${total} records`,
      ),
      say(`${formatCount(speed)} 条/秒`, `${formatCount(speed)}/s`),
      ...(quarantined > 0 ? [say(`隔离 ${formatCount(quarantined)}`, `${formatCount(quarantined)} quarantined`)] : []),
      formatSeconds(elapsed),
    ];
    return parts.join('  ');
  }

  #draw(text: string): void {
    const now = performance.now();
    if (!this.#out.isTTY || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    this.#out.write(CLEAR_LINE + cutToWidth(text, (this.#out.columns || 80) - 1));
  }

  #line(text: string): void {
    this.#out.write(`${this.#out.isTTY ? CLEAR_LINE : ''}${text}\n`);
  }
}
