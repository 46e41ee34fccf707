/**
 * What judges a record, as a fingerprint: the text of the modules that map it, of the schemas and rules it must pass,
 * and the versions of the libraries they use. Where it is equal, the same record gets the same verdict and the same rows,
 * so that a change of any rule is noticed without anybody counting up a version.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['core', 'schemas', 'mappings', 'database/rules'];
const MANIFEST = join(ROOT, 'package.json');

async function modulesOf(room: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, room), { recursive: true });
  return entries.filter((name) => /\.[jt]s$/.test(name)).map((name) => join(ROOT, room, name));
}

async function readJudgement(): Promise<string> {
  const files = [...(await Promise.all(ROOMS.map(modulesOf))).flat().sort(), MANIFEST];
  const digest = createHash('sha256').update(process.version);
  for (const file of files)
    digest
      .update('\0')
      .update(file.slice(ROOT.length))
      .update('\0')
      .update(await readFile(file));
  return digest.digest('hex').slice(0, 32);
}

let judgement: Promise<string> | undefined;

/** The same for all of a process: modules are loaded once. */
export function judgementFingerprint(): Promise<string> {
  judgement ??= readJudgement();
  return judgement;
}
