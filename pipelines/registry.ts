/** Every system the platform knows. Adding one adds its mappings, its declaration and a line here. */
import type { SystemDeclaration } from './system.ts';
import { procurement } from './systems/procurement.ts';
import { stateassets } from './systems/stateassets.ts';

export const SYSTEMS: readonly SystemDeclaration[] = [procurement, stateassets];

export function findSystem(name: string): SystemDeclaration | undefined {
  return SYSTEMS.find(({ system }) => system === name);
}
