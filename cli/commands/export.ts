/** `ggzy export …` */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { addExportCrosswalk } from './export-crosswalk.ts';
import { addExportGolden } from './export-golden.ts';
import { addExportIssues } from './export-issues.ts';
import { addExportRecords } from './export-records.ts';

export function addExport(program: Command, shell: Shell): void {
  const { say } = shell;
  const group = program
    .command('export')
    .description(say('导出 CSV（默认遮盖个人信息）', 'export CSV (masked by default)'));
  addExportIssues(group, shell);
  addExportRecords(group, shell);
  addExportCrosswalk(group, shell);
  addExportGolden(group, shell);
}
