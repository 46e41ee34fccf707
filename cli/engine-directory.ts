/** Where the engine of reconciliation keeps and spills its records: inside the workspace. */
import { join } from 'node:path';
import type { EntityKind } from '../schemas/identity.ts';

/** @param base directory of the settings file. */
export const engineDirectory = (base: string, kind: EntityKind): string => join(base, '.ggzy', 'reconcile', kind);

/** Of commands that keep nothing. */
export const spillDirectory = (base: string): string => join(base, '.ggzy', 'reconcile', 'spill');
