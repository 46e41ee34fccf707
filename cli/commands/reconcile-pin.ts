/** `ggzy reconcile pin …`: golden values that a steward has chosen. */
import type { Command } from 'commander';
import { ConfigurationError } from '../../core/errors.ts';
import { formatEntityId } from '../../schemas/identity.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { getRecord } from '../named-records.ts';
import { chooseKind } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { addReconcilePinList } from './reconcile-pin-list.ts';

interface Signed {
  readonly as: string;
  readonly why: string;
}

function readSignature({ as, why }: Signed, { say }: CliContext): { readonly by: string; readonly reason: string } {
  const [by, reason] = [as.trim(), why.trim()];
  if (by !== '' && reason !== '') return { by, reason };
  throw new ConfigurationError(say('--as 与 --why 不能为空', '--as and --why must not be empty'));
}

interface SetOptions extends Signed {
  readonly value?: string;
  readonly kind?: string;
}

async function set(context: CliContext, record: string, field: string, options: SetOptions): Promise<ExitCode> {
  const { say } = context;
  const signature = readSignature(options, context);
  const wanted = options.kind === undefined ? '' : chooseKind(options.kind, say);
  const { setPin } = await import('../../pipelines/reconcile/pins.ts');
  return withMigratedTarget(context, async (database) => {
    const { kind, id } = await getRecord(database, record, wanted, say);
    const value = options.value === undefined ? {} : { value: options.value };
    const { pinId, entity } = await setPin(database, { kind, recordId: id, field, ...value, ...signature });
    const entityId = formatEntityId(kind, entity ?? 0);
    context.printJson({ pinId, entityId, field });
    context.note(
      say(
        `已固定 ${entityId} 的 ${field}（编号 ${pinId}），已写入主记录`,
        `${field} of ${entityId} is pinned (number ${pinId}) and stands in its golden record`,
      ),
    );
    return EXIT.balanced;
  });
}

async function lift(context: CliContext, pinId: string, options: Signed): Promise<ExitCode> {
  const signature = readSignature(options, context);
  const { liftPin } = await import('../../pipelines/reconcile/pins.ts');
  return withMigratedTarget(context, async (database) => {
    const { kind, entity } = await liftPin(database, pinId, signature);
    const entityId = entity === null ? null : formatEntityId(kind, entity);
    context.printJson({ pinId, entityId });
    context.note(
      context.say(`已取消固定值 ${pinId}，主记录按规则重新生成`, `pin ${pinId} is lifted; the rules decide again`),
    );
    return EXIT.balanced;
  });
}

export function addReconcilePin(parent: Command, shell: Shell): void {
  const { say, run } = shell;
  const group = parent.command('pin').description(say('固定主记录的值', 'choose golden values'));
  const signed = (command: Command, who: string): Command =>
    command.requiredOption('--as <name>', who).requiredOption('--why <text>', say('理由', 'why'));
  signed(group.command('set'), say('固定人', 'who chooses'))
    .description(say('固定一个字段的值', 'pin the value of a field'))
    .argument('<record>', say('记录：系统/数据流/主键', 'record: system/stream/key'))
    .argument('<field>', say('字段', 'field'))
    .option('--value <text>', say('值；不写则取该记录的值', 'the value; that of the record when absent'))
    .option('--kind <kind>', 'expert | enterprise')
    .action((record: string, field: string, options: SetOptions) =>
      run((context) => set(context, record, field, options)),
    );
  addReconcilePinList(group, shell);
  signed(group.command('lift'), say('取消人', 'who lifts it'))
    .description(say('取消固定', 'lift a pin'))
    .argument('<number>', say('编号', 'number of the pin'))
    .action((id: string, options: Signed) => run((context) => lift(context, id, options)));
}
