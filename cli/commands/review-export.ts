/** `ggzy review export`: what waits for a steward, as a sheet to fill in. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readLimit } from '../options.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';
import { writeWhole } from '../whole-file.ts';

interface ExportOptions {
  readonly out?: string;
  readonly limit: string;
  readonly unmasked?: true;
  readonly force?: true;
}

async function exportSheet(context: CliContext, name: string, options: ExportOptions): Promise<ExitCode> {
  const { say, language, operator } = context;
  const kind = chooseKind(name, say);
  const limit = readLimit(options.limit, say);
  const file = resolve(options.out ?? say(`复核-${kind}.xlsx`, `review-${kind}.xlsx`));
  if (!options.force && existsSync(file)) {
    throw new ConfigurationError(say(`${file} 已存在`, `${file} exists`), {
      next: say(
        '可能已经填过：另选文件名，或加 --force。',
        'It may be filled in: choose another name, or use --force.',
      ),
    });
  }
  return withMigratedTarget(context, async (database) => {
    if (options.unmasked) await logUnmasked(context, database, { action: 'review export', subject: kind });
    // Loaded here: the other commands need neither spreadsheets nor models.
    const { exportReviewSheet } = await import('../../pipelines/review-export.ts');
    const { explainPairs } = await import('../../pipelines/reconcile/explain.ts');
    const sheet = await exportReviewSheet({
      database,
      kind,
      explain: (pairs) => explainPairs(database, kind, pairs),
      limit,
      masked: options.unmasked !== true,
      by: operator,
      now: new Date(),
      language,
    });
    if (!sheet) {
      context.printJson({ pairs: 0 });
      context.note(say('没有待复核的。', 'nothing waits for review.'));
      return EXIT.balanced;
    }
    await writeWhole(file, sheet.bytes, { say, mode: 0o600 });
    context.printJson({ file, sheet: sheet.sheetId, pairs: sheet.pairs, left: sheet.left });
    context.note(
      say(
        `${file}：${sheet.pairs} 对，按价值排序；另有 ${sheet.left} 对未列入。`,
        `${file}: ${sheet.pairs} pairs, the most valuable first; ${sheet.left} more wait.`,
      ),
    );
    return EXIT.balanced;
  });
}

export function addReviewExport(group: Command, { say, run }: Shell): void {
  group
    .command('export')
    .description(say('导出复核表（Excel）', 'write a review sheet (Excel)'))
    .argument('<kind>', 'experts | enterprises | matters')
    .option('--out <file>', say('Excel 文件', 'Excel file'))
    .option('--limit <n>', say('最多多少对', 'pairs at the most'), '200')
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .option('--force', say('覆盖已有的文件', 'overwrite an existing file'))
    .action((kind: string, options: ExportOptions) => run((context) => exportSheet(context, kind, options)));
}
