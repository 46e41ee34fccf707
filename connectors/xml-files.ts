/** The packages of a drop folder: which stream a file belongs to, and in what order the files of a stream are read. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileFault } from '../formats/file-fault.ts';
import type { Finding } from './connector.ts';
import type { DeliveredFile } from './files.ts';
import { warningFinding } from './findings.ts';

/** Stands for the name of a stream in a pattern. */
export const STREAM = '{stream}';
/** `{day}` is yyyyMMdd, `{number}` any number of digits; `*` and `?` as in a shell. */
const PLACES: readonly (readonly [place: string, expression: string])[] = [
  ['{day}', String.raw`(\d{8})`],
  ['{number}', String.raw`\d+`],
  ['*', '.*'],
  ['?', '.'],
];
const TOKEN = /\{stream\}|\{day\}|\{number\}|[*?]|[^*?{]+|\{/g;

export interface PackageFolder {
  readonly directory: string;
  readonly pattern: string;
}

/** Packages of a stream, by day and number: `_9` before `_10`, whatever zeros stand before them. */
export async function packagesOf({ directory, pattern }: PackageFolder, stream: string): Promise<DeliveredFile[]> {
  const fits = expressionFor(pattern, escapeText(stream));
  const names = (await listFiles(directory)).filter((name) => fits.test(name));
  return names.sort(compareNames).map((name) => ({ path: join(directory, name), name }));
}

/** Names of the packages by the day in them, as it is written. */
export async function daysOfPackages({ directory, pattern }: PackageFolder): Promise<ReadonlyMap<string, string[]>> {
  const fits = expressionFor(pattern, '.+');
  const days = new Map<string, string[]>();
  for (const name of await listFiles(directory)) {
    const [, day] = fits.exec(name) ?? [];
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), name]);
  }
  return days;
}

/** Files that belong to no stream: of a type nobody declared, or with a name that says nothing. */
export async function findStrangers(folder: PackageFolder, streams: readonly string[]): Promise<Finding[]> {
  const known = streams.map((stream) => expressionFor(folder.pattern, escapeText(stream)));
  const any = expressionFor(folder.pattern, '.+');
  const names = (await listFiles(folder.directory)).filter((name) => !known.some((fits) => fits.test(name)));
  return names
    .sort(compareNames)
    .map((name) => (any.test(name) ? unknownStream(name) : unknownName(name, folder.pattern)));
}

function expressionFor(pattern: string, stream: string): RegExp {
  const places = new Map([...PLACES, [STREAM, stream] as const]);
  const parts = (pattern.match(TOKEN) ?? []).map((part) => places.get(part) ?? escapeText(part));
  return new RegExp(`^${parts.join('')}$`, 'iu');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

async function listFiles(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !/^[~.]/.test(entry.name)).map(({ name }) => name);
  } catch (thrown) {
    throw fileFault({ name: basename(directory), thrown });
  }
}

/** Digits compare as numbers, everything else by its characters. */
export function compareNames(one: string, other: string): number {
  const [left, right] = [one, other].map((name) => name.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const difference = compareParts(part, right?.[index] ?? '');
    if (difference !== 0) return difference;
  }
  // Only leading zeros are left to tell them apart.
  return one.length - other.length || compareTexts(one, other);
}

function compareParts(one: string, other: string): number {
  if (!/^\d/.test(one) || !/^\d/.test(other)) return compareTexts(one, other);
  const [left, right] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  return left.length - right.length || compareTexts(left, right);
}

function compareTexts(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function unknownStream(name: string): Finding {
  return warningFinding({
    rule: 'unknown_table',
    position: name,
    message: {
      zh: `${name}：没有登记这一类型的数据，未读取`,
      en: `${name}: no stream of this type is declared, not read`,
    },
    next: { zh: '确认是否应当迁移该类型。', en: 'Find out whether it should be migrated.' },
  });
}

function unknownName(name: string, pattern: string): Finding {
  return warningFinding({
    rule: 'unknown_file',
    position: name,
    message: {
      zh: `${name}：文件名不合 ${pattern}，未读取`,
      en: `${name}: the name does not fit ${pattern}, not read`,
    },
    next: { zh: '更正文件名，或确认它不是数据包。', en: 'Correct the name, or make sure that it is no package.' },
  });
}
