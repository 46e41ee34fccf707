/**
 * Which rows of the seven centres are one person or one body of the invented world: the truth that experts and enterprises
 * are measured by, as the label files `ggzy reconcile evaluate --labels` reads.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldOptions } from '../types.ts';
import { allRows } from './all-rows.ts';

export type IdentityKind = 'experts' | 'enterprises';

export interface Bearing {
  readonly kind: IdentityKind;
  readonly identity: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
}

/** Streams whose rows are experts; the others hold enterprises. */
const EXPERTS: ReadonlySet<string> = new Set(['CG_ZJ', 'ZJXX', 'ZJ_JBXX', 'jt_zj']);

/** As `generateDemo` of the same options writes them; rows that cannot be loaded are listed too. A key stands once. */
export function identitiesOf(options: WorldOptions): Bearing[] {
  const found = allRows(options, ({ identity }) => identity !== undefined).map(
    ({ row: { identity = '' }, system, stream, sourceKey }): Bearing => ({
      kind: EXPERTS.has(stream) ? 'experts' : 'enterprises',
      identity,
      system,
      stream,
      sourceKey,
    }),
  );
  return [...new Map(found.map((one) => [[one.system, one.stream, one.sourceKey].join(' '), one])).values()];
}

/** Writes `experts.csv` and `enterprises.csv`. */
export async function writeIdentities(directory: string, options: WorldOptions): Promise<void> {
  await mkdir(directory, { recursive: true });
  const found = identitiesOf(options);
  for (const kind of ['experts', 'enterprises'] as const) {
    const lines = found
      .filter((one) => one.kind === kind)
      .map(({ identity, system, stream, sourceKey }) => [identity, system, stream, sourceKey].join(','));
    await writeFile(join(directory, `${kind}.csv`), ['entity_id,system,stream,source_key', ...lines, ''].join('\n'));
  }
}
