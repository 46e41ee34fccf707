/** What goes wrong, when: drawn from the seed. Each prefecture has its own ways; nights of one lie apart. */
import type { Random } from '../demo-data/forms/random.ts';

/** What a night has to say of a fault, and what it and the nights behind it may say besides. */
export interface Sign {
  readonly zh: string;
  /** `guard level` or a status, one of which has to be said on the very night; empty: it is survived in silence. */
  readonly says: readonly string[];
  /** Said without being asked for: how many nights behind the fault. */
  readonly may?: Readonly<Record<string, number>>;
}

/** Days that are missing are told of for a week. */
const WEEK = 7;
const FAILED = { says: ['failed'], may: { failed: 0 } } as const;
const MASS_DELETE = {
  says: ['mass_delete stop'],
  may: { stopped: 0, 'mass_delete stop': 0, 'volume warn': 0 },
} as const;

export const FAULTS = {
  /** Nobody can reach the source. */
  unreachable: { zh: '无法连接', ...FAILED },
  /** The service answers every call with an error. */
  failing: { zh: '接口全部报错', ...FAILED },
  /** The service tells every third call to wait. */
  throttled: { zh: '接口限流', says: [] },
  /** Nothing is sent; the next night brings both. */
  absent: { zh: '当日缺失', says: ['freshness warn'], may: { 'freshness warn': WEEK + 1 } },
  /** What was to come tonight comes tomorrow, beside tomorrow's. */
  late: { zh: '迟到一天', says: ['freshness warn'], may: { 'freshness warn': 1 } },
  /** Yesterday's files once more, with a new manifest. */
  repeated: { zh: '重复送达', says: [] },
  /** A file is cut, or is not what its manifest says; the whole one comes tomorrow. */
  corrupt: { zh: '文件残缺', ...FAILED },
  /** Most records are deleted by a slip; it is refused, and they are sent again. */
  massDeleteRefused: { zh: '大量删除（拒绝）', ...MASS_DELETE },
  /** Most records are deleted on purpose; it is approved. */
  massDeleteApproved: { zh: '大量删除（放行）', ...MASS_DELETE },
  /** A column nobody announced. */
  newColumn: { zh: '新增列', says: ['drift warn'], may: { 'drift warn': 0 } },
  /** The source's clock was put back: what changed tonight carries earlier times. */
  clockBack: { zh: '时钟回拨', says: [], may: { 'cursor warn': 0 } },
  /** The clock was put back by weeks: what changed last and tonight lies behind everything that is read. */
  clockLongBack: { zh: '时钟回拨多日', says: ['cursor warn'], may: { 'cursor warn': 0 } },
  /** A column has another type for a night. */
  typeChanged: { zh: '列类型改变', says: ['drift stop'], may: { 'drift stop': 0, failed: 0 } },
  /** The process is killed while it works, and started again. */
  killed: { zh: '进程被杀', says: [] },
  /** The unified database goes down while it is written, and comes back. */
  targetRestarted: { zh: '统一数据库重启', says: [] },
} as const satisfies Readonly<Record<string, Sign>>;

export type Fault = keyof typeof FAULTS;

const OF_SYSTEM: Readonly<Record<string, readonly Fault[]>> = {
  lhasa: ['unreachable', 'clockBack', 'massDeleteRefused'],
  shannan: ['unreachable', 'clockBack', 'clockLongBack', 'newColumn', 'typeChanged', 'massDeleteApproved'],
  shigatse: ['absent', 'late', 'repeated', 'corrupt', 'newColumn', 'massDeleteRefused'],
  qamdo: ['absent', 'corrupt', 'massDeleteApproved'],
  nyingchi: ['absent', 'corrupt', 'newColumn', 'massDeleteRefused'],
  nagqu: ['throttled', 'failing', 'unreachable'],
};
/** Of the whole night rather than of one prefecture. */
export const EVERYWHERE = 'everywhere';
const NIGHT_FAULTS: readonly Fault[] = ['killed', 'killed', 'targetRestarted'];

/** Guards learn from some nights before anything goes wrong; the last ones are quiet, so that everything has come. */
const FIRST = 6;
const QUIET_END = 3;
/** A fault is felt in the night behind it. */
const APART = 3;

export interface PlannedFault {
  readonly night: number;
  /** A prefecture, or `everywhere`. */
  readonly system: string;
  readonly fault: Fault;
}

function nightsApart(random: Random, count: number, nights: number): number[] {
  const room = nights - QUIET_END - FIRST - (count - 1) * (APART - 1);
  if (room < count) throw new RangeError(`${nights} nights have no room for ${count} faults`);
  const places = random.shuffle(Array.from({ length: room }, (_, index) => index)).slice(0, count);
  return places.toSorted((a, b) => a - b).map((place, index) => FIRST + place + index * (APART - 1));
}

/** @param nights how many follow the first state. */
export function planFaults(random: Random, nights: number, systems: readonly string[]): PlannedFault[] {
  const groups = [
    ...systems.map((system) => [system, OF_SYSTEM[system] ?? []] as const),
    [EVERYWHERE, NIGHT_FAULTS] as const,
  ];
  return groups.flatMap(([system, faults]) => {
    const own = random.fork(system);
    const places = nightsApart(own, faults.length, nights);
    return own.shuffle(faults).map((fault, index) => ({ night: places[index] ?? FIRST, system, fault }));
  });
}
