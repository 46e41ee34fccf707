/** `ggzy report …`: what people read, as files. */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { addReportNight } from './report-night.ts';
import { addReportReconcile } from './report-reconcile.ts';

export function addReport(program: Command, shell: Shell): void {
  const group = program.command('report').description(shell.say('报告', 'reports'));
  addReportReconcile(group, shell);
  addReportNight(group, shell);
}
