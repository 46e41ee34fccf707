/** How each prefecture's sending goes wrong. */
import type { Ways } from './sender.ts';
import type { Lhasa } from './sources/lhasa.ts';
import type { Nagqu } from './sources/nagqu.ts';
import type { Nyingchi } from './sources/nyingchi.ts';
import type { Qamdo } from './sources/qamdo.ts';
import type { Shannan } from './sources/shannan.ts';
import type { Drop, Shigatse } from './sources/shigatse.ts';
import type { Prefectures } from './stage.ts';
import { dayOfNight } from './world.ts';

const CLOCK_BACK = 1;
const CLOCK = 2;

function lhasa(source: Lhasa): Ways {
  return async (sending, fault) => {
    source.hour = fault === 'clockBack' ? CLOCK_BACK : CLOCK;
    await source.send(sending);
    if (fault !== 'unreachable') return null;
    await source.close();
    return () => source.reopen();
  };
}

function shannan(source: Shannan): Ways {
  return async (sending, fault) => {
    if (fault === 'newColumn') await source.addColumn();
    // Changes of tonight are said to be of last night, an hour before the newest of them.
    source.hour = fault === 'clockBack' ? CLOCK_BACK : CLOCK;
    await source.send(fault === 'clockBack' ? { ...sending, day: dayOfNight(sending.night - 1) } : sending);
    if (fault === 'clockLongBack') await source.backdate(dayOfNight(sending.night - 1));
    if (fault === 'typeChanged') {
      await source.setAddress('text');
      return () => source.setAddress('varchar(300)');
    }
    if (fault !== 'unreachable') return null;
    await source.close();
    return () => source.reopen();
  };
}

/** @returns the drops with half of the first file that holds something. */
function cut(drops: readonly Drop[]): Drop[] {
  const victim = drops.find(({ rows }) => rows > 0);
  return drops.map((drop) =>
    drop === victim ? { ...drop, bytes: drop.bytes.subarray(0, drop.bytes.length >> 1) } : drop,
  );
}

export function shigatse(source: Shigatse): Ways {
  let last: { readonly day: string; readonly drops: readonly Drop[] } | null = null;
  return async (sending, fault) => {
    const { day } = sending;
    if (fault === 'absent') return null;
    if (fault === 'repeated' && last) await source.write(last.day, last.drops);
    const drops = source.drops(sending, fault === 'newColumn' ? 'BZ2' : undefined);
    last = { day, drops };
    if (fault === 'late') return () => source.write(day, drops);
    await source.write(day, fault === 'corrupt' ? cut(drops) : drops, { manifestOf: drops });
    return fault === 'corrupt' ? () => source.write(day, drops) : null;
  };
}

export function qamdo(source: Qamdo): Ways {
  return async (sending, fault) => {
    if (fault === 'absent') return null;
    const packages = source.packages(sending);
    for (const [index, [name, text]] of packages.entries()) {
      await source.drop(name, fault === 'corrupt' && index === 0 ? text.slice(0, text.length >> 1) : text);
    }
    const [first] = packages;
    return fault === 'corrupt' && first ? () => source.drop(...first) : null;
  };
}

export function nyingchi(source: Nyingchi): Ways {
  return async (sending, fault) => {
    if (fault === 'newColumn') source.extraColumn = '备注2';
    if (fault === 'absent') source.note(sending);
    else await source.send(sending);
    return fault === 'corrupt' ? source.cut(sending.day) : null;
  };
}

function nagqu(source: Nagqu): Ways {
  return async (sending, fault) => {
    await source.send(sending);
    source.weather =
      fault === 'throttled' || fault === 'failing' ? fault : fault === 'unreachable' ? 'unreachable' : 'fair';
    return null;
  };
}

export function waysOf(prefectures: Prefectures): Readonly<Record<keyof Prefectures, Ways>> {
  return {
    lhasa: lhasa(prefectures.lhasa),
    shannan: shannan(prefectures.shannan),
    shigatse: shigatse(prefectures.shigatse),
    qamdo: qamdo(prefectures.qamdo),
    nyingchi: nyingchi(prefectures.nyingchi),
    nagqu: nagqu(prefectures.nagqu),
  };
}
