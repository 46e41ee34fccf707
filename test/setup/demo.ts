/** Demo deliveries of all systems in a directory of their own, and how a test runs them. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openConnector } from '../../connectors/registry.ts';
import type { Database } from '../../database/connection.ts';
import { CENTRES } from '../../pipelines/registry.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';
import { demoDelivery, type DemoDelivery } from '../../scripts/demo-data/deliveries.ts';
import { generateDemo, type DemoTruth } from '../../scripts/demo-data/generate.ts';
import type { WorldOptions } from '../../scripts/demo-data/types.ts';
import { runConnector, type CentreOptions, type CentreRun } from './centre.ts';

export interface Demo {
  readonly directory: string;
  readonly truth: DemoTruth;
}

/** Directories are removed when the file is done. */
export function useDemo(): (options: WorldOptions) => Promise<Demo> {
  const directories: string[] = [];
  afterAll(async () => {
    for (const directory of directories) await rm(directory, { recursive: true, force: true });
  });
  return async (options) => {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-test-demo-'));
    directories.push(directory);
    return { directory, truth: await generateDemo(directory, options) };
  };
}

/** Deliveries that are read otherwise than the demo suggests, by system. */
export type OtherDeliveries = Readonly<Record<string, DemoDelivery>>;

export interface DemoRunOptions extends CentreOptions {
  readonly deliveries?: OtherDeliveries;
}

export async function runSystem(
  database: Database,
  declaration: SystemDeclaration,
  baseDirectory: string,
  { deliveries = {}, ...options }: DemoRunOptions = {},
): Promise<CentreRun> {
  const { system } = declaration;
  const { connector: kind, settings } = deliveries[system] ?? demoDelivery(declaration);
  const connector = await openConnector(kind, settings, { system, baseDirectory });
  try {
    return await runConnector(database, connector, declaration, options);
  } finally {
    await connector.close();
  }
}

export async function runDemo(
  database: Database,
  directory: string,
  options: DemoRunOptions = {},
): Promise<CentreRun[]> {
  const runs: CentreRun[] = [];
  for (const declaration of CENTRES) runs.push(await runSystem(database, declaration, directory, options));
  return runs;
}

interface ManifestEntry {
  file: string;
  rows: number;
  sha256: string;
}

/** Changes a table of the hand-over package byte for byte and makes the manifest agree. */
export async function editTable(directory: string, table: string, edit: (bytes: string) => string): Promise<void> {
  const at = join(directory, 'procurement');
  const path = join(at, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, ManifestEntry>;
  const entry = manifest[table];
  if (!entry) throw new Error(`no table ${table}`);
  const bytes = Buffer.from(edit(await readFile(join(at, entry.file), 'latin1')), 'latin1');
  await writeFile(join(at, entry.file), bytes);
  entry.sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path, JSON.stringify(manifest));
}
