/** What every command pays for before its own work begins: modules that are loaded whatever it does. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** Imports that run at once: neither types alone nor `import()`. */
const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?['"]([^'"]+)['"]/gm;
const ROOT = join(import.meta.dirname, '..', '..');

/** Packages that are loaded with a file. */
function packagesOf(start: string): Set<string> {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) {
      if (!specifier.startsWith('.')) packages.add(specifier);
      else if (specifier.endsWith('.ts')) queue.push(join(dirname(file), specifier));
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  return packages;
}

it('loads no driver, spreadsheet, model or chart before a command needs it', () => {
  const packages = packagesOf(join(ROOT, 'cli', 'program.ts'));
  expect(packages).toContain('commander');
  const heavy = ['exceljs', 'mysql2', 'mssql', 'tedious', 'knex', '@duckdb/node-api', 'pinyin-pro', 'echarts', 'diff'];
  expect([...packages].filter((name) => heavy.some((one) => name === one || name.startsWith(`${one}/`)))).toEqual([]);
});
