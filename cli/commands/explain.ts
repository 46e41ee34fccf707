/** `ggzy explain`: where one canonical value comes from, back to the source cell. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import type { Language } from '../../core/language.ts';
import type { Database } from '../../database/connection.ts';
import { findWaiting } from '../../database/read/quarantine.ts';
import { findCanonicalValues, type CanonicalMatch, type RecordKey } from '../../database/read/records.ts';
import type { CliContext, Shell } from '../context.ts';
import { chooseEntity, chooseField } from '../entities.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explainMatch, type Explanation } from '../explanation.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';
import { describeRule } from './issues.ts';

interface ExplainOptions {
  readonly system?: string;
  readonly stream?: string;
  readonly unmasked?: true;
}

function describeIssues({ issues }: Explanation, language: Language): string[] {
  return issues.map(({ field, rule, disposition, detail }) => {
    const text = `  ! ${field}  ${rule}  ${describeRule(rule, language)} [${disposition}]`;
    return detail === null ? text : `${text}  (${detail})`;
  });
}

function render(explanation: Explanation, { language, say }: CliContext): string {
  const { entity, field, label, match, mapping, raw, position, firstRun } = explanation;
  const role = match.role === '' ? '' : `[${match.role}]`;
  const states = [
    ...(match.sourceDeletedAt === null ? [] : [say('来源已删除', 'deleted at the source')]),
    ...(match.stale ? [say('新版本在隔离中', 'a newer version is in quarantine')] : []),
  ];
  const state = states.length > 0 ? `  (${states.join(say('，', ', '))})` : '';
  const reading = mapping
    ? `${mapping.columns.join(' + ') || '–'}  ${mapping.reading[language]}  v${mapping.version}`
    : say('该数据流的映射不填写此字段', 'the mapping of this stream does not fill it');
  return [
    `${entity}${role}.${field} (${label}) = ${match.value ?? '∅'}${state}`,
    `  ← ${say('映射', 'mapping')}  ${reading}`,
    ...raw.map(({ column, label: name, value }) => `  ← ${say('原文', 'raw')}  ${column} (${name}) = ${value ?? '∅'}`),
    `  ← ${say('来源', 'source')}  ${match.system} ${match.stream}  ${say('主键', 'key')} ${match.sourceKey}  ${position}`,
    `  ← ${say('运行', 'run')}  ${match.runId}${firstRun === match.runId ? '' : `  ${say('首次交付', 'first delivered')} ${firstRun}`}`,
    ...describeIssues(explanation, language),
  ].join('\n');
}

async function refuseMissing({ say }: CliContext, database: Database, key: RecordKey): Promise<never> {
  const entries = (await findWaiting(database, key.sourceKey)).filter(
    ({ system, stream }) =>
      (key.system === '' || system === key.system) && (key.stream === '' || stream === key.stream),
  );
  const [entry] = entries;
  if (!entry) {
    throw new ConfigurationError(say(`没有主键为 ${key.sourceKey} 的记录`, `no record has the key ${key.sourceKey}`), {
      next: say(
        '主键即来源系统中的键；复合主键以 | 连接。',
        'Use the key of the source system; compound keys are joined by |.',
      ),
    });
  }
  const { id, system, stream, rules } = entry;
  const message = say(
    `${system} ${stream} 的记录 ${key.sourceKey} 只在隔离区（${rules.join('、')}），没有入库`,
    `record ${key.sourceKey} of ${system} ${stream} is only in quarantine (${rules.join(', ')})`,
  );
  const next = say(`ggzy quarantine show ${id} 查看。`, `See it with ggzy quarantine show ${id}.`);
  throw new ConfigurationError(message, { system, stream, next });
}

function refuseAmbiguous({ say }: CliContext, matches: readonly CanonicalMatch[]): void {
  const places = [...new Set(matches.map(({ system, stream }) => `${system} ${stream}`))];
  if (places.length <= 1) return;
  throw new ConfigurationError(say(`有 ${places.length} 条记录符合`, `${places.length} records fit`), {
    next: say(
      `用 --system、--stream 指明其一：${places.join('；')}。`,
      `Choose one with --system and --stream: ${places.join('; ')}.`,
    ),
  });
}

async function explain(context: CliContext, args: readonly string[], options: ExplainOptions): Promise<ExitCode> {
  const [entityName = '', sourceKey = '', fieldName = ''] = args;
  const { system = '', stream = '', unmasked = false } = options;
  const entity = chooseEntity(entityName, context.say);
  const field = chooseField(entity, fieldName, context.say);
  return withMigratedTarget(context, async (database) => {
    const key = { sourceKey, system, stream };
    const matches = await findCanonicalValues(database, entity, field, key);
    if (matches.length === 0) return refuseMissing(context, database, key);
    refuseAmbiguous(context, matches);
    const subject = `${entity.name} ${sourceKey} ${field}`;
    if (unmasked) await logUnmasked(context, database, { action: 'explain', subject });
    const explained: Explanation[] = [];
    for (const match of matches) explained.push(await explainMatch(database, { entity, field, unmasked }, match));
    if (context.json) context.printJson({ explanations: explained });
    else context.print(explained.map((explanation) => render(explanation, context)).join('\n\n'));
    return EXIT.balanced;
  });
}

export function addExplain(program: Command, { say, run }: Shell): void {
  program
    .command('explain')
    .description(say('一个值从何而来，直到来源单元格', 'where a value comes from, back to the source cell'))
    .argument('<entity>', say('实体，见 ggzy docs entities', 'entity, see ggzy docs entities'))
    .argument('<key>', say('来源主键', 'source key'))
    .argument('<field>', say('字段', 'field'))
    .option('--system <system>', say('系统', 'system'))
    .option('--stream <stream>', say('数据流', 'stream'))
    .option('--unmasked', say('不遮盖个人信息（将记录访问）', 'do not mask personal data (the access is logged)'))
    .action((entity: string, key: string, field: string, options: ExplainOptions) =>
      run((context) => explain(context, [entity, key, field], options)),
    );
}
