/** `ggzy issues`: open findings, grouped by rule, with masked examples. */
import type { Command } from 'commander';
import type { Language } from '../../core/language.ts';
import { readIssueGroups, type IssueGroup } from '../../database/read/issues.ts';
import { chooseSystems } from '../../pipelines/workspace.ts';
import { cutToWidth } from '../../reports/display-width.ts';
import { formatCount } from '../../reports/figures.ts';
import { isRuleId, RULES } from '../../schemas/rules.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readLimit, requireOneOf } from '../options.ts';
import { shownIssue } from '../shown-issue.ts';
import { shownKey } from '../shown-key.ts';
import { withMigratedTarget } from '../target.ts';

interface IssueOptions {
  readonly system?: string;
  readonly stream?: string;
  readonly rule?: string;
  readonly severity?: string;
  readonly limit: string;
}

const MARKS: Readonly<Record<string, string>> = { blocking: '✗', warning: '!', info: '·' };
const VALUE_WIDTH = 60;

export function describeRule(rule: string, language: Language): string {
  return isRuleId(rule) ? RULES[rule][language] : rule;
}

function renderGroup(group: IssueGroup, { language, say }: CliContext): string {
  const { system, stream, rule, severity, disposition, field, count, examples } = group;
  const where = [system, stream, field].filter((part) => part !== '').join(' ');
  const title = `${MARKS[severity] ?? ' '} ${where}  ${rule} × ${formatCount(count)}  ${describeRule(rule, language)} [${disposition}]`;
  const lines = examples.map(({ sourceKey, position, loadedValue, detail }) => {
    const value = loadedValue === null ? '' : `  ${say('入库值', 'loaded')} ${cutToWidth(loadedValue, VALUE_WIDTH)}`;
    const text = `${sourceKey}  ${position}${value}${detail === null ? '' : `  (${cutToWidth(detail, VALUE_WIDTH)})`}`;
    return `    ${text.replaceAll(/\p{Cc}+/gu, ' ')}`;
  });
  return [title, ...lines].join('\n');
}

async function issues(context: CliContext, options: IssueOptions): Promise<ExitCode> {
  const { say } = context;
  const { system, stream = '', rule = '', severity = '' } = options;
  requireOneOf('--rule', rule, Object.keys(RULES), say);
  requireOneOf('--severity', severity, ['blocking', 'warning', 'info'], say);
  const limit = readLimit(options.limit, say);
  return withMigratedTarget(context, async (database, settings) => {
    const systems = chooseSystems(settings, system === undefined ? [] : [system]).map((chosen) => chosen.system);
    const found = await readIssueGroups(database, { systems, stream, rule, severity }, limit);
    const groups = found.map(({ examples, ...group }) => ({
      ...group,
      examples: examples.map((issue) => ({ ...shownIssue(issue), sourceKey: shownKey({ ...group, ...issue }) })),
    }));
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    context.printJson({ total, groups });
    if (context.json) return EXIT.balanced;
    for (const group of groups) context.print(renderGroup(group, context));
    context.print(say(`共 ${formatCount(total)} 个未关闭的问题`, `${formatCount(total)} open issues`));
    return EXIT.balanced;
  });
}

export function addIssues(program: Command, { say, run }: Shell): void {
  program
    .command('issues')
    .description(say('未关闭的问题，按规则汇总', 'open issues by rule'))
    .option('--system <system>', say('只看一个系统', 'one system only'))
    .option('--stream <stream>', say('只看一个数据流', 'one stream only'))
    .option('--rule <rule>', say('只看一条规则', 'one rule only'))
    .option('--severity <severity>', 'blocking | warning | info')
    .option('--limit <n>', say('每组示例数', 'examples per group'), '3')
    .action((options: IssueOptions) => run((context) => issues(context, options)));
}
