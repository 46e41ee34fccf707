/** `ggzy quarantine …` */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { addQuarantineList } from './quarantine-list.ts';
import { addQuarantineRetry } from './quarantine-retry.ts';
import { addQuarantineShow } from './quarantine-show.ts';
import { addQuarantineWaive } from './quarantine-waive.ts';

export function addQuarantine(program: Command, shell: Shell): void {
  const { say } = shell;
  const group = program.command('quarantine').description(say('隔离的记录', 'quarantined records'));
  addQuarantineList(group, shell);
  addQuarantineShow(group, shell);
  addQuarantineRetry(group, shell);
  addQuarantineWaive(group, shell);
}
