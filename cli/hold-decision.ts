/** Someone answers for what a guard holds, by name: `ggzy approve` releases it, `ggzy refuse` keeps it out. */
import { ConfigurationError } from '../core/errors.ts';
import type { Database } from '../database/connection.ts';
import { decideHold } from '../database/load/delivery-holds.ts';
import { holdName, readHolds, type Hold } from '../database/read/holds.ts';
import { loadSettings, type CliContext } from './context.ts';
import { withMigratedTarget, withTargetAsItIs } from './target.ts';

export interface DecisionOptions {
  readonly as: string;
  readonly reason: string;
}

export interface Decision {
  readonly by: string;
  readonly reason: string;
}

/** @throws ConfigurationError where name or reason is empty. */
export function readDecision({ as, reason }: DecisionOptions, { say }: CliContext): Decision {
  const decision = { by: as.trim(), reason: reason.trim() };
  if (decision.by !== '' && decision.reason !== '') return decision;
  throw new ConfigurationError(say('--as 与 --reason 不能为空', '--as and --reason must not be empty'));
}

/** Holds that can still be decided, newest of each name. */
async function decidable(database: Database): Promise<ReadonlyMap<string, Hold>> {
  const holds = await readHolds(database, { systems: [], states: ['open', 'approved', 'refused'] });
  return new Map(holds.toReversed().map((hold) => [holdName(hold), hold]));
}

/** Which of the names are holds; the others are something else, or nothing. */
export async function namesOfHolds(context: CliContext, names: readonly string[]): Promise<string[]> {
  return withTargetAsItIs(await loadSettings(context), async (database) => {
    // A target that was not brought up to date holds nothing yet.
    const [row] = database ? await database.query(`select to_regclass('ops.holds') as name`) : [];
    if (!database || !row?.['name']) return [];
    const known = await decidable(database);
    return names.filter((name) => known.has(name));
  });
}

function tell(context: CliContext, hold: Hold, verdict: 'approved' | 'refused'): void {
  const { say } = context;
  const released = say('已放行，下一次 ggzy sync 生效', 'released: takes effect with the next ggzy sync');
  const refused = say('已拒绝，保持现状', 'refused: everything stays as it is');
  context.note(
    `✓ ${holdName(hold)}  ${verdict === 'approved' ? released : refused}  ${hold.message[context.language]}`,
  );
}

/** @throws ConfigurationError where a name is no hold. */
export async function decideHolds(
  context: CliContext,
  names: readonly string[],
  { verdict, by, reason }: Decision & { readonly verdict: 'approved' | 'refused' },
): Promise<void> {
  const { say } = context;
  await withMigratedTarget(context, async (database) => {
    const known = await decidable(database);
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      const list = [...known.keys()].join('、') || say('（无）', '(none)');
      throw new ConfigurationError(
        say(`没有 ${unknown.join('、')} 的暂停事项`, `nothing held as ${unknown.join(', ')}`),
        {
          next: say(`ggzy holds 列出全部；现有：${list}。`, `See ggzy holds; there are: ${list}.`),
        },
      );
    }
    for (const name of names) {
      const hold = known.get(name);
      if (!hold || !(await decideHold(database, { id: hold.id, verdict, by, reason }))) continue;
      tell(context, hold, verdict);
    }
  });
}
