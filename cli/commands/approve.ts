/**
 * `ggzy approve`: someone answers for a source that is no longer what was declared, or for what a guard holds; later runs
 * no longer stop for it.
 */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { recordApproval, withdrawApprovals } from '../../database/load/drift.ts';
import { readApprovals } from '../../database/read/drift.ts';
import { describeDrift } from '../../pipelines/approved-source.ts';
import { driftName, type Drift } from '../../pipelines/drift.ts';
import { knownSource } from '../../pipelines/known-source.ts';
import { openWorkspace, type OpenSystem, type Workspace } from '../../pipelines/workspace.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { decideHolds, namesOfHolds, readDecision, type Decision, type DecisionOptions } from '../hold-decision.ts';

interface ApproveOptions extends DecisionOptions {
  readonly withdraw?: true;
}

const systemIn = (name: string): string => name.split('.')[0] ?? '';

/** Streams whose name begins one of the names; the others need not be looked at. */
async function driftsOf(system: OpenSystem, names: readonly string[], { target }: Workspace): Promise<Drift[]> {
  const { declaration, connector, fault } = system;
  if (!connector) throw fault ?? new Error(`${declaration.system} has no connector`);
  const source = await knownSource(connector, { system: declaration.system, database: target.database });
  const drifts: Drift[] = [];
  for (const { stream } of declaration.mappings) {
    const prefix = driftName({ system: declaration.system, stream: stream.name, column: '' });
    if (!names.some((name) => name.startsWith(prefix))) continue;
    // Nobody can answer for records that have no key.
    const isKey = ({ kind, column }: Drift): boolean => kind === 'missing' && stream.key.includes(column);
    drifts.push(...(await source.describe(stream)).drifts.filter((drift) => !isKey(drift)));
  }
  return drifts;
}

function refuseUnknown(names: readonly string[], drifts: readonly Drift[], { say }: CliContext): void {
  const known = new Set(drifts.map(driftName));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const list = [...known].join('、') || say('（无）', '(none)');
  throw new ConfigurationError(
    say(`没有待确认的变化：${unknown.join('、')}`, `nothing to approve under ${unknown.join(', ')}`),
    { next: say(`ggzy plan 列出全部变化；所在数据流现有：${list}。`, `See ggzy plan; these streams have: ${list}.`) },
  );
}

async function approveAll(context: CliContext, names: readonly string[], decision: Decision): Promise<ExitCode> {
  const settings = await loadSettings(context);
  const workspace = await openWorkspace(settings, [...new Set(names.map(systemIn))]);
  try {
    const all: Drift[] = [];
    for (const system of workspace.systems) all.push(...(await driftsOf(system, names, workspace)));
    refuseUnknown(names, all, context);
    const chosen = all.filter((drift) => names.includes(driftName(drift)));
    for (const drift of chosen) {
      await recordApproval(workspace.target.database, { ...drift, ...decision });
      const { by, reason } = decision;
      context.note(`✓ ${driftName(drift)}  ${describeDrift(drift)[context.language]}  ${by}：${reason}`);
    }
    context.printJson({ approved: chosen.map((drift) => ({ ...drift, ...decision })) });
    return EXIT.balanced;
  } finally {
    await workspace.close();
  }
}

async function withdrawAll(context: CliContext, names: readonly string[], { by }: Decision): Promise<ExitCode> {
  const { say } = context;
  const settings = await loadSettings(context);
  const workspace = await openWorkspace(settings, [...new Set(names.map(systemIn))]);
  const { database } = workspace.target;
  try {
    for (const name of names) {
      const system = systemIn(name);
      const approved = (await readApprovals(database, system)).find((each) => driftName({ system, ...each }) === name);
      if (!approved) {
        throw new ConfigurationError(say(`没有 ${name} 的确认`, `${name} has no approval`), {
          next: say('用 ggzy plan 查看名称。', 'See the names with ggzy plan.'),
        });
      }
      await withdrawApprovals(database, { system, stream: approved.stream, column: approved.column, by });
      context.note(say(`已撤回：${name}`, `withdrawn: ${name}`));
    }
    context.printJson({ withdrawn: names });
    return EXIT.balanced;
  } finally {
    await workspace.close();
  }
}

async function approve(context: CliContext, names: readonly string[], options: ApproveOptions): Promise<ExitCode> {
  const decision = readDecision(options, context);
  if (options.withdraw) return withdrawAll(context, names, decision);
  const held = await namesOfHolds(context, names);
  if (held.length > 0) await decideHolds(context, held, { ...decision, verdict: 'approved' });
  const others = names.filter((name) => !held.includes(name));
  if (others.length > 0) return approveAll(context, others, decision);
  context.printJson({ released: held, ...decision });
  return EXIT.balanced;
}

export function addApprove(program: Command, { say, run }: Shell): void {
  program
    .command('approve')
    .description(
      say(
        '确认来源与登记不符之处，或放行被暂停的内容',
        'answer for a departure of a source, or release what a guard holds',
      ),
    )
    .argument('<drift...>', say('名称，见 ggzy plan 与 ggzy holds', 'names, see ggzy plan and ggzy holds'))
    .requiredOption('--as <name>', say('决定人', 'who decides'))
    .requiredOption('--reason <text>', say('理由', 'why'))
    .option('--withdraw', say('撤回先前的确认', 'take an earlier approval back'))
    .action((names: string[], options: ApproveOptions) => run((context) => approve(context, names, options)));
}
