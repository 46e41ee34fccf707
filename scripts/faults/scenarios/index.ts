/** Every fault that is played, in the order of the table. */
import type { Scenario } from '../scenario.ts';
import { clock } from './clock.ts';
import { deadlock } from './deadlock.ts';
import { diskFull } from './disk-full.ts';
import { kills } from './kill.ts';
import { networks } from './network.ts';
import { readers } from './readers.ts';
import { sqlServers } from './sqlserver.ts';
import { sourceRestart } from './source-restart.ts';
import { targetRestart } from './target-restart.ts';
import { twice } from './twice.ts';
import { typeChange } from './type-change.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...kills,
  ...networks,
  ...readers,
  ...sqlServers,
  sourceRestart,
  typeChange,
  deadlock,
  targetRestart,
  diskFull,
  twice,
  clock,
];
