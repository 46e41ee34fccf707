/** The days of a drop folder whose manifest is there. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileFault } from '../formats/file-fault.ts';
import type { DayDelivery } from './connector.ts';
import { inDayOrder, readDay, stampOf } from './day-folders.ts';
import type { DeliveredFile } from './files.ts';

export interface DropManifest {
  /** As it is written in the names: `20201201`. */
  readonly day: string;
  readonly file: DeliveredFile;
}

const MANIFEST = /^(\d{8})\.ok$/i;

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (thrown) {
    throw fileFault({ name: basename(directory), thrown });
  }
}

/** Oldest day first. @param only one day; all when absent. */
export async function manifestsOf(directory: string, only: string | undefined): Promise<DropManifest[]> {
  const manifests: DropManifest[] = [];
  for (const name of await namesIn(directory)) {
    const day = MANIFEST.exec(name)?.[1];
    if (day === undefined || readDay(day) === null || (only !== undefined && day !== only)) continue;
    manifests.push({ day, file: { path: join(directory, name), name } });
  }
  return manifests;
}

/** @throws FormatError where the folder cannot be read. */
export async function listDropDays(
  settings: Readonly<Record<string, unknown>>,
  directory: string,
): Promise<DayDelivery[]> {
  const names = await namesIn(directory);
  const deliveries: DayDelivery[] = [];
  for (const { day: written, file } of await manifestsOf(directory, undefined)) {
    const day = readDay(written);
    if (day === null) continue;
    const files = names.filter((name) => name.startsWith(`${written}_`)).map((name) => join(directory, name));
    deliveries.push({ day, settings: { ...settings, day: written }, stamp: await stampOf([file.path, ...files]) });
  }
  return inDayOrder(deliveries);
}
