/** Names of the bodies an undertaking belongs to. Offices changed their names in the reform of 2018; systems kept both. */

import { agreeWhereReadable, isDamaged } from './names.ts';

/**
 * Departments of the reform of party and state institutions of 2018 and what took over, as their names end. One name may
 * have several successors and several predecessors: it says that two names may be one office, not that they are.
 */
const RENAMED: readonly (readonly [string, string])[] = [
  ['国土资源局', '自然资源局'],
  ['国土资源厅', '自然资源厅'],
  ['规划局', '自然资源局'],
  ['环境保护局', '生态环境局'],
  ['环境保护厅', '生态环境厅'],
  ['卫生局', '卫生和计划生育委员会'],
  ['卫生局', '卫生健康委员会'],
  ['卫生和计划生育委员会', '卫生健康委员会'],
  ['工商行政管理局', '市场监督管理局'],
  ['质量技术监督局', '市场监督管理局'],
  ['食品药品监督管理局', '市场监督管理局'],
  ['林业局', '林业和草原局'],
  ['林业厅', '林业和草原局'],
  ['农牧局', '农业农村局'],
  ['农业局', '农业农村局'],
  ['农牧厅', '农业农村厅'],
  ['旅游局', '旅游发展局'],
  ['旅游局', '文化和旅游局'],
  ['旅游发展委员会', '旅游发展厅'],
  ['文化局', '文化和旅游局'],
  ['安全生产监督管理局', '应急管理局'],
  ['安全生产监督管理局', '应急管理厅'],
  ['城市管理局', '城市管理和综合执法局'],
  ['国家税务局', '税务局'],
  ['地方税务局', '税务局'],
  ['扶贫开发办公室', '乡村振兴局'],
  ['粮食局', '粮食和物资储备局'],
  ['公安消防支队', '消防救援支队'],
];

const SAME_OFFICE: ReadonlySet<string> = new Set(
  RENAMED.flatMap(([before, after]) => [`${before}>${after}`, `${after}>${before}`]),
);
/** Shorter names are words, not offices. */
const SHORTEST_OFFICE = 5;
const ENDINGS = [...new Set(RENAMED.flat())].sort((a, b) => b.length - a.length);

export type OwnerLevel = 'same' | 'readable' | 'renamed' | 'contained' | 'typo' | 'different' | 'unreadable';

/** @returns null where no name is given. */
export function plainOwner(text: string | null): string | null {
  if (text === null) return null;
  const name = text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}?\uFFFD]/gu, '')
    .replace(/^(?:中国)?西藏自治区/u, '');
  return name === '' ? null : name;
}

/** Splits 八宿县国土资源局 into place and department, in every way the list knows. */
function readings(name: string): { readonly place: string; readonly department: string }[] {
  return ENDINGS.filter((ending) => name.endsWith(ending)).map((department) => ({
    place: name.slice(0, -department.length),
    department,
  }));
}

function mayBeRenamed(left: string, right: string): boolean {
  return readings(left).some((one) =>
    readings(right).some(
      (other) => one.place === other.place && SAME_OFFICE.has(`${one.department}>${other.department}`),
    ),
  );
}

function differInOne(one: string, other: string): boolean {
  const [left, right] = [Array.from(one), Array.from(other)];
  return left.length === right.length && left.filter((character, index) => character !== right[index]).length === 1;
}

export function compareOwners(left: string, right: string): OwnerLevel {
  if (isDamaged(left) || isDamaged(right)) return agreeWhereReadable(left, right) ? 'readable' : 'unreadable';
  if (left === right) return 'same';
  if (mayBeRenamed(left, right)) return 'renamed';
  if (Math.min(left.length, right.length) < SHORTEST_OFFICE) return 'different';
  if (left.endsWith(right) || right.endsWith(left)) return 'contained';
  return differInOne(left, right) ? 'typo' : 'different';
}
