/** What a reconciliation came to, as text. */
import type { Say } from '../core/language.ts';
import type { ReconcileResult } from '../pipelines/reconcile/options.ts';
import { formatCount } from '../reports/figures.ts';
import { renderTable } from '../reports/table.ts';
import { formatEntityId, type EntityKind } from '../schemas/identity.ts';
import { KIND_WORDS } from './reconcile-kinds.ts';

export interface KindResult {
  readonly kind: EntityKind;
  readonly result: ReconcileResult;
  readonly milliseconds: number;
}

const SHOWN_CHANGES = 20;

export function renderSummary(results: readonly KindResult[], say: Say): string {
  const right = 'right' as const;
  const number = (title: string, value: (result: ReconcileResult) => number | null) => ({
    title,
    value: ({ result }: KindResult) => {
      const count = value(result);
      return count === null ? '–' : formatCount(count);
    },
    align: right,
  });
  return renderTable<KindResult>(
    [
      { title: say('类别', 'kind'), value: ({ kind }) => say(KIND_WORDS[kind].zh, KIND_WORDS[kind].en) },
      {
        title: say('方式', 'mode'),
        value: ({ result }) => (result.mode === 'full' ? say('全量', 'full') : say('增量', 'incremental')),
      },
      number(say('记录', 'records'), ({ records }) => records),
      number(say('变化', 'changed'), ({ changed }) => changed),
      number(say('比较对', 'pairs'), ({ pairs }) => pairs),
      number(say('实体', 'entities'), ({ entities }) => entities),
      number(say('已合并', 'merged'), ({ merged }) => merged),
      number(say('待复核', 'to review'), ({ review }) => review),
      number(say('不合并', 'left apart'), ({ apart }) => apart),
      number(say('冲突', 'conflicts'), ({ conflicts }) => conflicts),
      { title: say('秒', 's'), value: ({ milliseconds }) => (milliseconds / 1000).toFixed(1), align: right },
    ],
    results,
  );
}

/** Ids below zero are those a run would give out. */
function nameOf(kind: EntityKind, entity: number, say: Say): string {
  return entity > 0 ? formatEntityId(kind, entity) : say(`新实体 ${-entity}`, `new entity ${-entity}`);
}

/** What became of the parties that are only named inside other records; empty where there are none. */
export function renderMentions({ result: { mentions } }: KindResult, say: Say): string {
  if (!mentions || mentions.mentions === 0) return '';
  const [all, linked, own, bodies, open] = [
    mentions.mentions,
    mentions.linked,
    mentions.own,
    mentions.ownEntities,
    mentions.mentions - mentions.linked - mentions.own,
  ].map((count) => formatCount(count));
  return say(
    `提及的主体 ${all}：归属名录中的主体 ${linked}，未入名录的 ${own}（${bodies} 家），未能归属 ${open}`,
    `${all} distinct mentions: ${linked} are enterprises on record, ${own} are ${bodies} bodies that no register lists, ${open} left open`,
  );
}

/** Which clusters merge, split or move. */
export function renderChanges({ kind, result }: KindResult, say: Say): string {
  const { changes, created, modelVersion } = result;
  const count = (event: string): string => formatCount(changes.filter((change) => change.event === event).length);
  const words = {
    merged: say('并入', 'merges into'),
    split: say('分出', 'splits off'),
    moved: say('移一条记录至', 'gives a record to'),
  };
  const head = say(
    `${KIND_WORDS[kind].zh}，模型版本 ${modelVersion}：新实体 ${formatCount(created)}，合并 ${count('merged')}，拆分 ${count('split')}，移动 ${count('moved')}`,
    `${KIND_WORDS[kind].en}, model ${modelVersion}: ${formatCount(created)} new, ${count('merged')} merged, ${count('split')} split, ${count('moved')} moved`,
  );
  const lines = changes
    .slice(0, SHOWN_CHANGES)
    .map(({ event, entity, other }) => `  ${nameOf(kind, entity, say)} ${words[event]} ${nameOf(kind, other, say)}`);
  const more = changes.length - lines.length;
  return [head, ...lines, ...(more > 0 ? [say(`  … 另有 ${more} 项`, `  … and ${more} more`)] : [])].join('\n');
}
