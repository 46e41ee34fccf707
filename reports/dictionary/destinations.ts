/** How many columns went where, by stream. */
import { tabulate, type BookTable, type SheetColumn, type Tone } from './sheet.ts';
import type { BookAudit, BookMapping, BookSystem, Voice } from './source.ts';
import { LEFT_ASIDE, REASONS } from './wording.ts';

export interface DestinationTotals {
  readonly columns: number;
  readonly taken: number;
  readonly keys: number;
  readonly left: number;
  readonly forgotten: number;
  readonly contradictory: number;
}

function countLeft({ ignored }: BookAudit): number {
  return REASONS.reduce((sum, reason) => sum + (ignored[reason]?.length ?? 0), 0);
}

export function totalDestinations(mappings: readonly BookMapping[]): DestinationTotals {
  const sum = (count: (audit: BookAudit) => number) => mappings.reduce((total, { audit }) => total + count(audit), 0);
  return {
    columns: sum(({ columns }) => columns),
    taken: sum(({ taken }) => taken.length),
    keys: sum(({ structural }) => structural.length),
    left: sum(countLeft),
    forgotten: sum(({ forgotten }) => forgotten.length),
    contradictory: sum(({ contradictory }) => contradictory.length),
  };
}

/** Columns somebody has to look at before the book can be signed. */
export function countFaults({ forgotten, contradictory }: DestinationTotals): number {
  return forgotten + contradictory;
}

export function describeTotals(totals: DestinationTotals, { say }: Voice): string {
  const { columns, taken, keys, left, forgotten, contradictory } = totals;
  const both = contradictory === 0 ? '' : say(`，矛盾 ${contradictory}`, `, ${contradictory} contradictory`);
  return say(
    `共 ${columns} 列：采用 ${taken}，仅作主键 ${keys}，不迁移 ${left}，未处理 ${forgotten}${both}`,
    `${columns} columns: ${taken} taken, ${keys} key only, ${left} left aside, ${forgotten} forgotten${both}`,
  );
}

type Row = { readonly name: string; readonly label: string; readonly mappings: readonly BookMapping[] };

export function listDestinations({ mappings }: BookSystem, { language, say }: Voice): BookTable {
  const count = (title: string, counted: (audit: BookAudit) => number): SheetColumn<Row> => ({
    title,
    value: (row) => row.mappings.reduce((sum, { audit }) => sum + counted(audit), 0),
  });
  const rows: Row[] = [
    ...mappings.map((mapping) => ({
      name: mapping.stream.name,
      label: mapping.stream.label,
      mappings: [mapping],
    })),
    { name: say('合计', 'total'), label: '', mappings },
  ];
  const toneOf = (row: Row): Tone => {
    if (countFaults(totalDestinations(row.mappings)) > 0) return 'alert';
    return row === rows.at(-1) ? 'total' : 'plain';
  };
  return tabulate<Row>(
    [
      { title: say('数据流', 'stream'), value: ({ name }) => name },
      { title: say('数据流名称', 'stream label'), value: ({ label }) => label },
      count(say('列数', 'columns'), ({ columns }) => columns),
      count(say('采用', 'taken'), ({ taken }) => taken.length),
      count(say('仅作主键', 'key only'), ({ structural }) => structural.length),
      ...REASONS.map((reason) =>
        count(LEFT_ASIDE[reason].short[language], ({ ignored }) => ignored[reason]?.length ?? 0),
      ),
      count(say('未处理', 'forgotten'), ({ forgotten }) => forgotten.length),
      count(say('矛盾', 'contradictory'), ({ contradictory }) => contradictory.length),
    ],
    rows,
    toneOf,
  );
}
