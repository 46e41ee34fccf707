/** Every system the platform knows. Adding one adds its mappings, its declaration and a line here. */
import type { SystemDeclaration } from './system.ts';
import { catalogue } from './systems/catalogue.ts';
import { construction } from './systems/construction.ts';
import { egov } from './systems/egov.ts';
import { landmining } from './systems/landmining.ts';
import { onestop } from './systems/onestop.ts';
import { procurement } from './systems/procurement.ts';
import { stateassets } from './systems/stateassets.ts';
import { transport } from './systems/transport.ts';

/** The catalogue, then the seven centres in the order of the notice that merges them. */
export const SYSTEMS: readonly SystemDeclaration[] = [
  catalogue,
  egov,
  onestop,
  procurement,
  landmining,
  construction,
  transport,
  stateassets,
];

export function findSystem(name: string): SystemDeclaration | undefined {
  return SYSTEMS.find(({ system }) => system === name);
}
