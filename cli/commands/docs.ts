/** `ggzy docs`: which columns the mappings take and which they leave aside, and why. */
import type { Command } from 'commander';
import { auditMapping, passesAudit, totalAudits, type AuditTotal, type StreamAudit } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { LEFT_ASIDE, REASONS } from '../../reports/dictionary/wording.ts';
import { renderTable, type TableColumn } from '../../reports/table.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { addDocsDictionary } from './docs-dictionary.ts';
import { addDocsEntities } from './docs-entities.ts';

/** Columns and what became of them: of one stream, or of all streams of a system. */
type Counted = Pick<StreamAudit, 'system' | 'columns' | 'taken' | 'structural' | 'ignored' | 'forgotten'>;

/** A column that counts columns. */
function count<A extends Counted>(title: string, names: (audit: A) => readonly string[]): TableColumn<A> {
  return { title, value: (audit) => String(names(audit).length || '–'), align: 'right' };
}

function countColumns<A extends Counted>({ language, say }: CliContext): TableColumn<A>[] {
  return [
    { title: say('列', 'columns'), value: ({ columns }) => String(columns), align: 'right' },
    count(say('采用', 'taken'), ({ taken }) => taken),
    count(say('仅作主键', 'key only'), ({ structural }) => structural),
    ...REASONS.map((reason) => count<A>(LEFT_ASIDE[reason].short[language], ({ ignored }) => ignored[reason] ?? [])),
    count(say('遗漏', 'forgotten'), ({ forgotten }) => forgotten),
  ];
}

function renderAudits(audits: readonly StreamAudit[], context: CliContext): string {
  const { say } = context;
  return renderTable<StreamAudit>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      { title: say('映射', 'mapping'), value: ({ mappingVersion }) => `v${mappingVersion}` },
      ...countColumns<StreamAudit>(context),
    ],
    audits,
  );
}

function renderTotals(totals: readonly AuditTotal[], context: CliContext): string {
  const { say } = context;
  return renderTable<AuditTotal>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'streams'), value: ({ streams }) => String(streams), align: 'right' },
      ...countColumns<AuditTotal>(context),
    ],
    totals,
  );
}

/** One total per system, and that of all of them. */
function sumUp(audits: readonly StreamAudit[], { say }: CliContext): AuditTotal[] {
  const systems = SYSTEMS.map(({ system }) =>
    totalAudits(
      system,
      audits.filter((audit) => audit.system === system),
    ),
  );
  return [...systems, totalAudits(say('合计', 'all'), audits)];
}

function describeFaults({ system, stream, forgotten, contradictory }: StreamAudit, { say }: CliContext): string[] {
  const where = `✗ ${system} ${stream}`;
  return [
    ...(forgotten.length > 0
      ? [`${where}  ${say('既未采用也未说明理由', 'neither taken nor ignored')}: ${forgotten.join('、')}`]
      : []),
    ...(contradictory.length > 0
      ? [`${where}  ${say('既采用又忽略', 'taken and ignored')}: ${contradictory.join('、')}`]
      : []),
  ];
}

async function docs(context: CliContext): Promise<ExitCode> {
  const audits = SYSTEMS.flatMap(({ mappings }) => mappings.map(auditMapping));
  const passed = audits.every(passesAudit);
  if (context.json) context.printJson({ ok: passed, streams: audits });
  else
    context.print(
      [
        renderAudits(audits, context),
        '',
        renderTotals(sumUp(audits, context), context),
        ...audits.flatMap((audit) => describeFaults(audit, context)),
      ].join('\n'),
    );
  return passed ? EXIT.balanced : EXIT.red;
}

export function addDocs(program: Command, shell: Shell): void {
  const { say, run } = shell;
  const group = program
    .command('docs')
    .description(say('各数据流的列：采用多少、忽略多少及理由', 'columns taken and ignored, by stream'))
    .action(() => run(docs));
  addDocsEntities(group, shell);
  addDocsDictionary(group, shell);
}
