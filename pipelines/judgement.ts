/**
 * What reads and what judges a record, as fingerprints: the text of the modules, and the versions of the libraries they
 * use. Where both are equal, the same bytes give the same records, and the same record the same verdict and the same
 * rows; so a change of any rule is noticed without anybody counting up a version.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashText } from '../core/ids.ts';
import type { SystemSettings } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');
const MANIFEST = join(ROOT, 'package.json');
const READERS = ['core', 'formats', 'connectors'];
const JUDGES = ['core', 'schemas', 'mappings', 'database/rules'];
/** Settings that say how to get in, and nothing about what is read: not even their hash is kept. */
const ACCESS = /password|url|user|secret|token/i;

async function modulesOf(room: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, room), { recursive: true });
  return entries.filter((name) => /\.[jt]s$/.test(name)).map((name) => join(ROOT, room, name));
}

async function readModules(rooms: readonly string[]): Promise<string> {
  const files = [...(await Promise.all(rooms.map(modulesOf))).flat().toSorted(), MANIFEST];
  const digest = createHash('sha256').update(process.version);
  for (const file of files)
    digest
      .update('\0')
      .update(file.slice(ROOT.length))
      .update('\0')
      .update(await readFile(file));
  return digest.digest('hex').slice(0, 32);
}

let judges: Promise<string> | undefined;
let readers: Promise<string> | undefined;

/** The same for all of a process: modules are loaded once. */
export function judgementFingerprint(): Promise<string> {
  judges ??= readModules(JUDGES);
  return judges;
}

/** Of a delivery that is read with these settings. */
export async function readingFingerprint({ connector, settings }: SystemSettings): Promise<string> {
  readers ??= readModules(READERS);
  const shown = Object.entries(settings).filter(([name]) => !ACCESS.test(name));
  return hashText(JSON.stringify([await readers, connector, shown.toSorted(([a], [b]) => (a < b ? -1 : 1))]));
}
