/** `ggzy quarantine show`: one record, what it held (masked) and what was found. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { findQuarantineEntry, readRawValues, type QuarantineEntry } from '../../database/read/quarantine.ts';
import { readFieldIssues, type FieldIssue } from '../../database/read/records.ts';
import { findSystem } from '../../pipelines/registry.ts';
import { renderTable } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { keptColumns, shownValues, type ShownValue } from '../raw-values.ts';
import { shownIssue } from '../shown-issue.ts';
import { underShownKey } from '../shown-key.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';
import { describeRule } from './issues.ts';

const VALUE_WIDTH = 80;

interface Shown {
  readonly entry: QuarantineEntry;
  readonly values: readonly ShownValue[];
  readonly issues: readonly FieldIssue[];
}

async function readEntry(context: CliContext, database: Database, id: string): Promise<QuarantineEntry> {
  const entry = await findQuarantineEntry(database, id);
  if (entry) return entry;
  const { say } = context;
  throw new ConfigurationError(say(`隔离区没有编号 ${id}`, `there is no quarantine entry ${id}`), {
    next: say('用 ggzy quarantine list 查看编号。', 'See the ids with ggzy quarantine list.'),
  });
}

async function readShown(database: Database, entry: QuarantineEntry, unmasked: boolean): Promise<Shown> {
  const { system, stream, sourceKey } = entry;
  const mapping = findSystem(system)?.mappings.find((candidate) => candidate.stream.name === stream);
  const shown = unmasked ? entry : underShownKey(entry);
  if (!mapping) return { entry: shown, values: [], issues: [] };
  const columns = keptColumns(mapping);
  const raw = await readRawValues(database, entry, columns);
  const issues = await readFieldIssues(database, { system, stream, sourceKey }, ['', ...columns]);
  return {
    entry: shown,
    values: raw ? shownValues(mapping, raw, { unmasked, rules: entry.rules }) : [],
    issues: unmasked ? issues : issues.map(shownIssue),
  };
}

function render({ entry, values, issues }: Shown, { language, say }: CliContext): string {
  const waived = entry.waivedBy === null ? '' : `  ${entry.waivedBy}: ${entry.waivedReason ?? ''}`;
  const head = [
    `#${entry.id}  ${entry.system} ${entry.stream}  ${say('主键', 'key')} ${entry.sourceKey}  [${entry.state}]${waived}`,
    `${say('位置', 'position')} ${entry.position}  ${say('运行', 'run')} ${entry.openedRun}`,
  ];
  const faults = issues.map(({ field, rule, severity, detail }) => {
    const text = `${severity === 'blocking' ? '✗' : '!'} ${field}  ${rule}  ${describeRule(rule, language)}`;
    return detail === null ? text : `${text}  (${detail})`;
  });
  const table = renderTable<ShownValue>(
    [
      { title: say('列', 'column'), value: ({ column }) => column },
      { title: say('名称', 'label'), value: ({ label }) => label },
      { title: say('原文', 'as delivered'), value: ({ value }) => value ?? '∅', maxWidth: VALUE_WIDTH },
    ],
    values,
  );
  return [...head, ...faults, '', table].join('\n');
}

async function show(context: CliContext, id: string, unmasked: boolean): Promise<ExitCode> {
  return withMigratedTarget(context, async (database) => {
    const entry = await readEntry(context, database, id);
    const subject = `${entry.system} ${entry.stream} ${entry.sourceKey}`;
    if (unmasked) await logUnmasked(context, database, { action: 'quarantine show', subject });
    const shown = await readShown(database, entry, unmasked);
    if (context.json) context.printJson(shown);
    else context.print(render(shown, context));
    return EXIT.balanced;
  });
}

export function addQuarantineShow(group: Command, { say, run }: Shell): void {
  group
    .command('show')
    .description(say('查看一条隔离记录', 'show one quarantined record'))
    .argument('<id>', say('编号', 'id'))
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .action((id: string, { unmasked = false }: { unmasked?: boolean }) =>
      run((context) => show(context, id, unmasked)),
    );
}
