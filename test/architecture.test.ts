/** The rules of the house that no compiler knows: who may import whom, how large files are. See ARCHITECTURE.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What each folder may import besides itself. A path with a file names that file alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  schemas: ['core'],
  formats: ['core'],
  connectors: ['core', 'formats'],
  mappings: ['core', 'schemas', 'connectors/connector.ts', 'connectors/stream.ts'],
  database: ['core', 'schemas'],
  reconcile: ['core', 'schemas'],
  publish: ['core', 'schemas', 'database'],
  reports: ['core', 'schemas'],
  workbench: ['core', 'schemas', 'database', 'reconcile', 'reports'],
  pipelines: ['core', 'schemas', 'formats', 'connectors', 'mappings', 'database', 'reconcile', 'publish', 'reports'],
  cli: ['core', 'schemas', 'database', 'pipelines', 'reports', 'publish', 'workbench'],
};
const FREE = ['scripts', 'test'];

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** Paths of files of this repository. */
  readonly imports: readonly string[];
}

const SPECIFIER =
  /^(?:import|export)\b(?:[^'";]*\bfrom)?\s*['"](\.\.?\/[^'"]+)['"]|\bimport\(\s*['"](\.\.?\/[^'"]+)['"]\s*\)/gm;

function readFolder(folder: string): SourceFile[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const imports = [...text.matchAll(SPECIFIER)].map(([, named, dynamic]) =>
        relative(ROOT, join(ROOT, dirname(path), named ?? dynamic ?? '')),
      );
      return { path, folder, text, imports };
    });
}

const source = Object.keys(MAY_IMPORT).flatMap(readFolder);
const everything = [...source, ...FREE.flatMap(readFolder)];
const lines = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

const systemOf = (path: string) => /^mappings\/([^/]+)\//.exec(path)?.[1];
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

function findCycle(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of files) {
    const cycle = walk(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('imports', () => {
  it('are seen at all', () => {
    expect(source.length).toBeGreaterThan(150);
    expect(source.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
    const known = new Set(everything.map(({ path }) => path));
    const missing = source.flatMap(({ imports }) => imports.filter((path) => path.endsWith('.ts') && !known.has(path)));
    expect(missing).toEqual([]);
  });

  it.each(Object.entries(MAY_IMPORT))('of %s stay within: %s', (folder, allowed) => {
    const foreign = source
      .filter((file) => file.folder === folder)
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => ![folder, ...allowed].some((may) => target === may || target.startsWith(`${may}/`)))
          .map((target) => `${path} → ${target}`),
      );
    expect(foreign).toEqual([]);
  });

  it('of a mapping never name another system', () => {
    const systems = new Set(source.map(({ path }) => systemOf(path)).filter((system) => system !== 'take'));
    const foreign = source.flatMap(({ path, imports }) => {
      const own = systemOf(path);
      if (!path.startsWith('mappings/')) return [];
      return imports
        .filter((target) => systems.has(systemOf(target)) && systemOf(target) !== undefined && systemOf(target) !== own)
        .map((target) => `${path} → ${target}`);
    });
    expect(foreign).toEqual([]);
  });

  it('of one kind of connector never name another', () => {
    const kinds = source.filter(
      ({ folder, text }) => folder === 'connectors' && /: ConnectorKind<\w+> = \{/.test(text),
    );
    expect(kinds.length).toBeGreaterThanOrEqual(3);
    const paths = new Set(kinds.map(({ path }) => path));
    const foreign = kinds.flatMap(({ path, imports }) =>
      imports.filter((target) => paths.has(target)).map((target) => `${path} → ${target}`),
    );
    expect(foreign).toEqual([]);
  });

  it('have no cycle', () => {
    expect(findCycle(everything)).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines', () => {
    expect(everything.filter((file) => lines(file) > 300).map(({ path }) => path)).toEqual([]);
  });

  it('have at most 150 lines in nine of ten', () => {
    const large = source.filter((file) => lines(file) > 150);
    expect(large.length / source.length).toBeLessThanOrEqual(0.1);
  });

  it('of core are few: it is no place for what has no place', () => {
    const core = source.filter(({ folder }) => folder === 'core');
    expect(core.length).toBeLessThanOrEqual(8);
  });

  it('never leave a type open', () => {
    const open = /(?:[:<,(|&=]\s*|\bas\s+|\bextends\s+)any\b(?=\s*[;,)>\]|&=[{]|\s*$)/m;
    // A function may be called so where it is imported.
    const plain = (text: string): string => withoutComments(text).replaceAll(/^import [^;]*;/gm, '');
    expect(everything.filter(({ text }) => open.test(plain(text))).map(({ path }) => path)).toEqual([]);
  });
});
