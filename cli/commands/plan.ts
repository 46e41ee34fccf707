/** `ggzy plan`: a dry run. What is delivered, what drifted, what was migrated before. Writes nothing. */
import type { Command } from 'commander';
import type { Database } from '../../database/connection.ts';
import { readStreamBalances } from '../../database/read/balances.ts';
import { knownSource } from '../../pipelines/known-source.ts';
import { closeSystems, openSystems, type OpenSystem } from '../../pipelines/workspace.ts';
import { formatBytes, formatCount } from '../../reports/figures.ts';
import { renderTable } from '../../reports/table.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { previewSystem, type StreamPreview } from '../delivery-preview.ts';
import { renderDrifts, summariseDrifts } from '../drift-lines.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withTargetAsItIs } from '../target.ts';

async function previewAll(context: CliContext, systems: readonly OpenSystem[], database: Database | undefined) {
  const lasts = database ? await readStreamBalances(database, { systems: [] }) : [];
  const previews: StreamPreview[] = [];
  for (const { declaration, connector, fault } of systems) {
    context.signal.throwIfAborted();
    const { system } = declaration;
    const source = connector && (await knownSource(connector, { system, database }));
    const own = lasts.filter((last) => last.system === system);
    previews.push(...(await previewSystem({ declaration, fault, source }, own)));
  }
  return previews;
}

function codeOf(previews: readonly StreamPreview[]): ExitCode {
  if (previews.some(({ faults }) => faults.length > 0)) return EXIT.red;
  return previews.some(({ drifts }) => drifts.length > 0) ? EXIT.drift : EXIT.balanced;
}

function describeLast({ last, mappingVersion }: StreamPreview, { say }: CliContext): string {
  if (!last) return say('从未迁移', 'never migrated');
  const remapped = last.mappingVersion === mappingVersion ? '' : say('，映射已变', ', mapping changed');
  return `${last.startedAt.slice(0, 16)} ${last.status} ${formatCount(last.read)}${remapped}`;
}

function renderPreviews(previews: readonly StreamPreview[], context: CliContext): string {
  const { say } = context;
  const table = renderTable<StreamPreview>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      {
        title: say('应有记录', 'declared'),
        value: ({ declaredRows }) => (declaredRows === null ? '–' : formatCount(declaredRows)),
        align: 'right',
      },
      { title: say('大小', 'size'), value: ({ bytes }) => formatBytes(bytes), align: 'right' },
      { title: say('列变化', 'columns'), value: ({ drifts }) => summariseDrifts(drifts, say), maxWidth: 40 },
      { title: say('映射', 'mapping'), value: ({ mappingVersion }) => `v${mappingVersion}` },
      { title: say('上次迁移', 'last run'), value: (preview) => describeLast(preview, context) },
    ],
    previews,
  );
  const faults = previews.flatMap(({ system, stream, faults: found }) =>
    found.map(({ message, next }) => {
      const advice = next === null ? '' : `\n    ${say('下一步：', 'next: ')}${next}`;
      return `✗ ${system} ${stream}  ${message}${advice}`;
    }),
  );
  const fresh = previews.filter(({ last }) => !last).length;
  const summary = say(
    `${previews.length} 个数据流，其中 ${fresh} 个从未迁移，${faults.length} 处错误；没有写入任何内容`,
    `${previews.length} streams, ${fresh} never migrated, ${faults.length} errors; nothing was written`,
  );
  const drifts = renderDrifts(
    previews.flatMap((preview) => preview.drifts),
    context.language,
    say,
  );
  return [table, faults.join('\n'), drifts, summary].filter(Boolean).join('\n\n');
}

async function plan(context: CliContext, names: readonly string[]): Promise<ExitCode> {
  const settings = await loadSettings(context);
  const systems = await openSystems(settings, names);
  try {
    const previews = await withTargetAsItIs(settings, (database) => previewAll(context, systems, database));
    if (context.json) context.printJson({ streams: previews });
    else context.print(renderPreviews(previews, context));
    return codeOf(previews);
  } finally {
    await closeSystems(systems);
  }
}

export function addPlan(program: Command, { say, run }: Shell): void {
  program
    .command('plan')
    .description(
      say('预演：将迁移什么、与登记有何差别，不写入任何内容', 'dry run: what would be migrated; writes nothing'),
    )
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .action((names: string[]) => run((context) => plan(context, names)));
}
