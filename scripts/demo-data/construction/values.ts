/** How the construction centre prints keys, amounts and dates. */
import { constructionMappings } from '../../../mappings/construction/index.ts';
import { isoDay, looseDate } from '../forms/dates.ts';
import type { Layout } from '../forms/hand-over.ts';
import type { Random } from '../forms/random.ts';

/** Columns as the centre declares them, the key first. */
export const CONSTRUCTION_LAYOUT: Layout = Object.fromEntries(
  constructionMappings.map(({ stream }) => [stream.name, Object.keys(stream.columns)]),
);

/** varchar(36) */
export function guid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Whole yuan as decimal(18,6) in 万元. */
export function inWan(yuan: number): string {
  return (yuan / 10_000).toFixed(6);
}

/** A figure printed by `inWan`, in whole yuan. */
export function yuanOf(text: string): number {
  return Math.round(Number(text) * 10_000);
}

/** A date column that is text: every clerk has a form of their own. */
export function textDate(random: Random, day: number): string {
  const iso = isoDay(day);
  return random.pick([
    iso,
    iso,
    iso.replaceAll('-', ''),
    looseDate(iso, '.'),
    looseDate(iso, '-').replaceAll('-', '/'),
    iso.replace('-', '年').replace('-', '月').concat('日'),
  ]);
}
