/** `ggzy docs dictionary`: the data dictionary and mapping book that the centres read and sign. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import type { Say } from '../../core/language.ts';
import { snakeCase } from '../../database/names.ts';
import { auditMapping } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { makeBook, type Book } from '../../reports/dictionary/book.ts';
import { countFaults, describeTotals } from '../../reports/dictionary/destinations.ts';
import type { BookSource } from '../../reports/dictionary/source.ts';
import { ENTITIES } from '../../schemas/registry.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readVersion } from '../version.ts';
import { writeWhole } from '../whole-file.ts';

interface DictionaryOptions {
  readonly out?: string;
  readonly force?: true;
}

/** What the file says it was made, unless the caller says otherwise: the same code gives the same bytes every day. */
const FIXED_MOMENT = new Date('2000-01-01T00:00:00Z');

/** The moment that reproducible builds agree on; null where none is given. */
function readMoment(say: Say): Date | null {
  const text = process.env['SOURCE_DATE_EPOCH'];
  if (text === undefined || text === '') return null;
  if (/^\d{1,11}$/.test(text)) return new Date(Number(text) * 1000);
  throw new ConfigurationError(say(`SOURCE_DATE_EPOCH 无效：${text}`, `SOURCE_DATE_EPOCH is invalid: ${text}`), {
    next: say('应为 1970 年以来的秒数，或不设置。', 'Seconds since 1970, or leave it unset.'),
  });
}

function describeSource(moment: Date | null): BookSource {
  return {
    productVersion: readVersion(),
    compiledOn: moment === null ? null : beijingTime(moment).slice(0, 10),
    entities: ENTITIES,
    systems: SYSTEMS.map(({ system, label, platformCode, mappings }) => {
      return { system, label, platformCode, mappings: mappings.map((one) => ({ ...one, audit: auditMapping(one) })) };
    }),
    columnName: snakeCase,
  };
}

function report(context: CliContext, file: string, { sheets, totals, fingerprint }: Book): ExitCode {
  const { language, say } = context;
  const fields = ENTITIES.reduce((sum, { fieldNames }) => sum + fieldNames.length, 0);
  const streams = SYSTEMS.reduce((sum, { mappings }) => sum + mappings.length, 0);
  const counts = { sheets: sheets.length + 1, entities: ENTITIES.length, fields, systems: SYSTEMS.length, streams };
  const ok = countFaults(totals) === 0;
  context.printJson({ ok, file, fingerprint, ...counts, ...totals });
  context.note(say(`已写入 ${file}（${counts.sheets} 个工作表）`, `wrote ${file} (${counts.sheets} sheets)`));
  context.note(
    say(
      `  ${counts.entities} 个实体，${fields} 个字段；${counts.systems} 个系统，${streams} 个数据流`,
      `  ${counts.entities} entities, ${fields} fields; ${counts.systems} systems, ${streams} streams`,
    ),
  );
  context.note(`  ${describeTotals(totals, { language, say })}`);
  context.note(`  ${say('指纹', 'fingerprint')} ${fingerprint}`);
  if (ok) return EXIT.balanced;
  context.note(
    say(
      '✗ 有未处理或矛盾的列，表中以红色标出。下一步：运行 ggzy docs 查看是哪些列。',
      '✗ columns are forgotten or contradictory (red in the book). next: ggzy docs names them.',
    ),
  );
  return EXIT.red;
}

async function dictionary(context: CliContext, options: DictionaryOptions): Promise<ExitCode> {
  const { language, say } = context;
  const file = resolve(options.out ?? say('数据字典与映射手册.xlsx', 'data-dictionary.xlsx'));
  if (!options.force && existsSync(file)) {
    throw new ConfigurationError(say(`${file} 已存在`, `${file} exists`), {
      next: say('另选文件名，或加 --force 覆盖它。', 'Choose another name, or overwrite it with --force.'),
    });
  }
  const moment = readMoment(say);
  const book = makeBook(describeSource(moment), { language, say });
  // Loaded here: the other commands need no spreadsheets.
  const { writeWorkbook } = await import('../../reports/workbook.ts');
  await writeWhole(file, await writeWorkbook(book, moment ?? FIXED_MOMENT, { language, say }), { say });
  return report(context, file, book);
}

export function addDocsDictionary(group: Command, { say, run }: Shell): void {
  group
    .command('dictionary')
    .description(
      say('数据字典与映射手册（Excel），供各单位确认签字', 'data dictionary and mapping book (Excel), to be signed'),
    )
    .option(
      '--out <file>',
      say('Excel 文件，默认 数据字典与映射手册.xlsx', 'Excel file, data-dictionary.xlsx by default'),
    )
    .option('--force', say('覆盖已有的文件', 'overwrite an existing file'))
    .action((options: DictionaryOptions) => run((context) => dictionary(context, options)));
}
