/**
 * One prefecture through all nights: what happens there, how it is sent, what goes wrong on the way, and which of it
 * counts. Tells the replayer; knows nothing of what the engine makes of it.
 */
import type { Fault } from './faults.ts';
import { Replayer, type Delivered } from './replay.ts';
import type { NightSource, Sending } from './sources/source.ts';
import type { Change, Kind, Prefecture } from './world.ts';

/** Numbers of a night's changes. */
const NIGHT = 1_000_000;
const DELETIONS_WITH_VALUES = new Set(['shannan']);
/** What goes by a slip where it is not the enterprises: half a workbook. */
const SLIPS: Readonly<Record<string, readonly Kind[]>> = { nyingchi: ['enterprise', 'section', 'result'] };

export interface SenderOptions {
  readonly source: NightSource;
  readonly prefecture: Prefecture;
  /** What is particular to the way this prefecture sends. */
  readonly ways: Ways;
}

/** Sends a night with what goes wrong in it. @returns mends it the night after, before that night is sent. */
export type Ways = (sending: Sending, fault: Fault | null) => Promise<Mend | null>;
export type Mend = () => Promise<void>;

export class Sender {
  readonly source: NightSource;
  readonly replayer: Replayer;
  readonly #prefecture: Prefecture;
  readonly #ways: Ways;
  /** Nobody has sent these yet. */
  #carried: readonly Change[] = [];
  /** Sent, and nobody could fetch them yet: they come together with the next. */
  #unread: readonly Delivered[] = [];
  /** A delivery that comes whole a day later, before that day's own. */
  #late: readonly Delivered[] = [];
  /** Deleted by a slip. */
  #slip: readonly Change[] = [];
  #mend: Mend | null = null;

  constructor({ source, prefecture, ways }: SenderOptions) {
    this.source = source;
    this.#prefecture = prefecture;
    this.#ways = ways;
    this.replayer = new Replayer({ deletionsCarryValues: DELETIONS_WITH_VALUES.has(source.system) });
  }

  async send(fault: Fault | null): Promise<void> {
    await this.#mend?.();
    this.#mend = null;
    const isMass = fault === 'massDeleteRefused' || fault === 'massDeleteApproved';
    const { number, day, changes } = this.#prefecture.next({ deletions: !isMass });
    const restored = this.#slip.length > 0 ? this.#prefecture.restore(this.#slip) : [];
    this.#slip = [];
    const deleted = isMass ? this.#prefecture.massDelete(SLIPS[this.source.system]) : [];
    const all = [...this.#carried, ...restored, ...changes, ...deleted];
    const sending = { night: number, day, changes: all };
    this.#carried = fault === 'absent' ? all : [];
    const mend = await this.#ways(sending, fault);
    this.#mend = mend;
    if (fault === 'absent') return;
    if (fault === 'massDeleteRefused') this.#slip = deleted;
    this.#count(sending, fault, new Set(fault === 'massDeleteRefused' ? deleted : []));
  }

  #count({ night, changes }: Sending, fault: Fault | null, refused: ReadonlySet<Change>): void {
    const all = changes.map((change, index) => ({ change, stamp: night * NIGHT + index }));
    // A record that is deleted by a slip is as it was before this night.
    const untouched = new Set([...refused].map(({ serial }) => serial));
    const delivered = all.filter(({ change }) => !untouched.has(change.serial));
    this.replayer.apply(this.#late);
    this.#late = fault === 'late' || fault === 'corrupt' ? delivered : [];
    if (this.#late.length > 0) return;
    const batch = [...this.#unread, ...delivered];
    const isUnread = fault === 'unreachable' || fault === 'failing';
    this.#unread = isUnread ? batch : [];
    if (!isUnread) this.replayer.apply(batch);
  }
}
