/** `ggzy check`: are the deliveries complete and readable, can the target be used? Writes nothing. */
import type { Command } from 'commander';
import type { Database } from '../../database/connection.ts';
import { knownSource } from '../../pipelines/known-source.ts';
import { closeSystems, openSystems, type OpenSystem } from '../../pipelines/workspace.ts';
import { renderFindings, type FindingLine } from '../../reports/findings.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkTarget } from '../target-findings.ts';
import { withTargetAsItIs } from '../target.ts';

type System = OpenSystem & { readonly database: Database | undefined };

async function checkSystem({ declaration, connector, fault, database }: System): Promise<FindingLine[]> {
  const where = declaration.system;
  if (connector) {
    const source = await knownSource(connector, { system: where, database });
    const findings = await source.check(declaration.mappings.map(({ stream }) => stream));
    return findings.map((finding) => ({ ...finding, where }));
  }
  const message = { zh: fault?.message ?? '', en: fault?.message ?? '' };
  const next = fault?.next === undefined ? {} : { next: { zh: fault.next, en: fault.next } };
  return [{ where, level: 'error', rule: 'unreachable', message, ...next }];
}

function summarise(findings: readonly FindingLine[], { say }: CliContext): string {
  const count = (level: FindingLine['level']): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors > 0) return say(`✗ 错误 ${errors}，警告 ${warnings}`, `✗ ${errors} errors, ${warnings} warnings`);
  const next = say('下一步：ggzy plan 或 ggzy migrate。', 'next: ggzy plan or ggzy migrate.');
  return `${say(`✓ 没有错误，警告 ${warnings}`, `✓ no errors, ${warnings} warnings`)}\n${next}`;
}

async function check(context: CliContext, names: readonly string[]): Promise<ExitCode> {
  const settings = await loadSettings(context);
  const systems = await openSystems(settings, names);
  const findings: FindingLine[] = [];
  try {
    const target = await checkTarget(settings);
    findings.push(...target);
    const checkAll = async (database: Database | undefined): Promise<void> => {
      for (const system of systems) {
        context.signal.throwIfAborted();
        findings.push(...(await checkSystem({ ...system, database })));
      }
    };
    // What is wrong with the target is said once; the sources are looked at all the same.
    if (target.some(({ level }) => level === 'error')) await checkAll(undefined);
    else await withTargetAsItIs(settings, checkAll);
  } finally {
    await closeSystems(systems);
  }
  const failed = findings.some(({ level }) => level === 'error');
  if (context.json) context.printJson({ ok: !failed, findings });
  else context.print(`${renderFindings(findings, context.language, context.say)}\n\n${summarise(findings, context)}`);
  return failed ? EXIT.red : EXIT.balanced;
}

export function addCheck(program: Command, { say, run }: Shell): void {
  program
    .command('check')
    .description(say('检查来源与目标库，不写入任何内容', 'check sources and target; writes nothing'))
    .argument('[system...]', say('系统；不写则为全部', 'systems; all when absent'))
    .action((names: string[]) => run((context) => check(context, names)));
}
