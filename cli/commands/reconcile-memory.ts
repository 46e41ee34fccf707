/** What the commands below `reconcile` may take of the memory. */
import { Option } from 'commander';
import type { Say } from '../../core/language.ts';

/**
 * The group has an option of the same name and takes it wherever it stands: a command asks `optsWithGlobals`, for its own
 * options hold the default alone.
 */
export function memoryOption(say: Say): Option {
  return new Option('--memory <mb>', say('内存上限（MB）', 'memory (MB)')).default('1000');
}
