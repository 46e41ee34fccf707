/**
 * Deliveries that lie in a folder per day: `directory: ./drop/{day}`. For every kind that reads a directory: the folder
 * of a day takes the place of the pattern.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isDay } from '../core/calendar.ts';
import { hashText } from '../core/ids.ts';
import { fileFault } from '../formats/file-fault.ts';
import type { DayDelivery } from './connector.ts';

export const DAY = '{day}';

/** @returns `2020-12-01` of `20201201` or `2020-12-01`; null where it is no day of the calendar. */
export function readDay(text: string): string | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : null;
}

/** Changes with every file that comes, goes or is written. @param paths of files. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const path of paths.toSorted()) {
    const { size, mtimeMs } = await stat(path);
    lines.push(`${basename(path)}\t${size}\t${mtimeMs}`);
  }
  return hashText(lines.join('\n'));
}

/** By day; a day that is written twice (`20201201`, `2020-12-01`) counts once, in its first spelling. */
export function inDayOrder<T extends { readonly day: string }>(deliveries: readonly T[]): T[] {
  const byDay = new Map<string, T>();
  for (const delivery of deliveries) if (!byDay.has(delivery.day)) byDay.set(delivery.day, delivery);
  return [...byDay.values()].sort((one, other) => Number(one.day > other.day) - Number(one.day < other.day));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Folders between the pattern's beginning and end: `{day}` stands in one part of the path. */
function splitPattern(pattern: string): { parent: string; before: string; after: string; rest: string } {
  const parts = pattern.split('/');
  const at = parts.findIndex((part) => part.includes(DAY));
  const [before = '', after = ''] = (parts[at] ?? '').split(DAY);
  return { parent: parts.slice(0, at).join('/') || '.', before, after, rest: parts.slice(at + 1).join('/') };
}

/**
 * @param settings of a kind that reads a `directory`.
 * @returns null where the directory holds no `{day}`; empty folders are no delivery.
 * @throws FormatError where the parent folder cannot be read.
 */
export async function listDayFolders(
  settings: Readonly<Record<string, unknown>>,
  baseDirectory: string,
): Promise<DayDelivery[] | null> {
  const directory = settings['directory'];
  if (typeof directory !== 'string' || !directory.includes(DAY)) return null;
  const { parent, before, after, rest } = splitPattern(directory);
  const names = await readdir(resolve(baseDirectory, parent)).catch((thrown: unknown) => {
    throw fileFault({ name: basename(parent), thrown });
  });
  const deliveries: DayDelivery[] = [];
  for (const name of names.sort()) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const day = readDay(name.slice(before.length, name.length - after.length));
    if (day === null) continue;
    const folder = join(resolve(baseDirectory, parent), name, rest);
    const files = await filesIn(folder).catch(() => []);
    if (files.length === 0) continue;
    deliveries.push({ day, settings: { ...settings, directory: folder }, stamp: await stampOf(files) });
  }
  return inDayOrder(deliveries);
}
