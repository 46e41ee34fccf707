/** Every system the platform knows. Adding one adds its mappings, its declaration and a line here. */
import type { SystemDeclaration } from './system.ts';
import { catalogue } from './systems/catalogue.ts';
import { construction } from './systems/construction.ts';
import { egov } from './systems/egov.ts';
import { landmining } from './systems/landmining.ts';
import { lhasa } from './systems/lhasa.ts';
import { nagqu } from './systems/nagqu.ts';
import { nyingchi } from './systems/nyingchi.ts';
import { onestop } from './systems/onestop.ts';
import { procurement } from './systems/procurement.ts';
import { qamdo } from './systems/qamdo.ts';
import { shannan } from './systems/shannan.ts';
import { shigatse } from './systems/shigatse.ts';
import { stateassets } from './systems/stateassets.ts';
import { transport } from './systems/transport.ts';

/** The catalogue, and the seven centres in the order of the notice that merges them. */
export const CENTRES: readonly SystemDeclaration[] = [
  catalogue,
  egov,
  onestop,
  procurement,
  landmining,
  construction,
  transport,
  stateassets,
];

/** Systems of prefectures, which go on and send their nights. */
export const PREFECTURES: readonly SystemDeclaration[] = [lhasa, shigatse, qamdo, nyingchi, shannan, nagqu];

export const SYSTEMS: readonly SystemDeclaration[] = [...CENTRES, ...PREFECTURES];

export function findSystem(name: string): SystemDeclaration | undefined {
  return SYSTEMS.find(({ system }) => system === name);
}
