/** `ggzy reconcile pin list`: golden values that stewards have chosen. */
import type { Command } from 'commander';
import { maskValue } from '../../core/mask.ts';
import { readPinList, type ListedPin } from '../../database/identity/pins.ts';
import { renderTable } from '../../reports/table.ts';
import { formatEntityId } from '../../schemas/identity.ts';
import { getEntity } from '../../schemas/registry.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseKinds, KIND_WORDS } from '../reconcile-kinds.ts';
import { withMigratedTarget } from '../target.ts';
import { logUnmasked } from '../unmasked.ts';

function maskPin(pin: ListedPin): ListedPin {
  const entity = getEntity(pin.kind === 'expert' ? 'expert' : 'party');
  const personal = entity.fields[pin.field]?.meta.personal ?? 'none';
  return { ...pin, value: pin.value === null ? null : maskValue(pin.value, personal) };
}

function render(pins: readonly ListedPin[], { say, language }: CliContext): string {
  if (pins.length === 0) return say('没有固定的值', 'no value is pinned');
  return renderTable<ListedPin>(
    [
      { title: say('编号', 'no.'), value: ({ id }) => id, align: 'right' },
      { title: say('类别', 'kind'), value: ({ kind }) => KIND_WORDS[kind][language] },
      {
        title: say('实体', 'entity'),
        value: ({ kind, entityId }) => (entityId === null ? '–' : formatEntityId(kind, entityId)),
      },
      { title: say('字段', 'field'), value: ({ field }) => field },
      {
        title: say('值', 'value'),
        value: ({ value }) => value ?? say('（取自记录）', '(of the record)'),
        maxWidth: 30,
      },
      { title: say('记录', 'record'), value: ({ record }) => record },
      { title: say('固定人', 'by'), value: ({ by }) => by },
      { title: say('时间', 'on'), value: ({ at }) => at },
      { title: say('理由', 'why'), value: ({ reason }) => reason, maxWidth: 30 },
      {
        title: say('取消', 'lifted'),
        value: ({ liftedBy, liftedReason }) => (liftedBy === null ? '' : `${liftedBy}：${liftedReason ?? ''}`),
        maxWidth: 30,
      },
    ],
    pins,
  );
}

interface ListOptions {
  readonly all?: true;
  readonly unmasked?: true;
}

async function list(context: CliContext, name: string | undefined, options: ListOptions): Promise<ExitCode> {
  const kinds = chooseKinds(name, context.say);
  return withMigratedTarget(context, async (database) => {
    if (options.unmasked) await logUnmasked(context, database, { action: 'list pins', subject: kinds.join(' ') });
    const found = await readPinList(database, kinds, options.all === true);
    const pins = options.unmasked ? found : found.map(maskPin);
    if (context.json) context.printJson({ pins });
    else context.print(render(pins, context));
    return EXIT.balanced;
  });
}

export function addReconcilePinList(group: Command, { say, run }: Shell): void {
  group
    .command('list')
    .description(say('列出固定的值', 'list pinned values'))
    .argument('[kind]', 'experts | enterprises')
    .option('--all', say('包括已取消的', 'lifted ones too'))
    .option('--unmasked', say('不遮盖个人信息（记入访问日志）', 'do not mask personal data (goes on record)'))
    .action((name: string | undefined, options: ListOptions) => run((context) => list(context, name, options)));
}
