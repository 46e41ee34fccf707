/** The whole book: a cover, the model, one sheet of mappings per system, the rules and the versions. */
import { allCodeLists, listCodes } from './codes.ts';
import { makeCover, type Cover } from './cover.ts';
import { describeTotals, listDestinations, totalDestinations, type DestinationTotals } from './destinations.ts';
import { listEntities } from './entities.ts';
import { listFields } from './fields.ts';
import { listLookups } from './lookups.ts';
import { listColumns } from './mappings.ts';
import { listRules } from './rules.ts';
import { fingerprint, type BookSheet, type BookTable } from './sheet.ts';
import { sheetNames, shortName } from './sheet-name.ts';
import type { BookSource, BookSystem, Voice } from './source.ts';
import { listVersions } from './versions.ts';

export interface Book {
  readonly cover: Cover;
  readonly sheets: readonly BookSheet[];
  readonly fingerprint: string;
  readonly totals: DestinationTotals;
}

function systemSheet(system: BookSystem, source: BookSource, voice: Voice): BookSheet {
  const { language, say } = voice;
  const name = language === 'zh' ? shortName(system.label) : system.system;
  const streams = say(`${system.mappings.length} 个数据流`, `${system.mappings.length} streams`);
  return {
    name: say(`映射-${name}`, `Map-${name}`),
    title: `${system.label[language]} ${say('→ 统一数据模型', '→ canonical model')}`,
    summary: `${streams}${say('；', '; ')}${describeTotals(totalDestinations(system.mappings), voice)}`,
    table: listColumns(system, source, voice),
    pinned: 4,
    below: { title: say('去向统计', 'Where the columns go'), table: listDestinations(system, voice) },
  };
}

function plainSheets(source: BookSource, voice: Voice): readonly [before: BookSheet[], after: BookSheet[]] {
  const { say } = voice;
  const lists = allCodeLists(source.entities).length;
  const sheet = (name: string, title: string, content: { table: BookTable; pinned: number; summary?: string }) => {
    const rows = say(`${content.table.rows.length} 行`, `${content.table.rows.length} rows`);
    return { name, title, summary: rows, ...content };
  };
  return [
    [
      sheet(say('实体目录', 'Entities'), say('实体目录', 'Entities'), {
        table: listEntities(source, voice),
        pinned: 2,
      }),
      sheet(say('数据字典', 'Dictionary'), say('数据字典', 'Data dictionary'), {
        table: listFields(source, voice),
        pinned: 3,
      }),
      sheet(say('代码表', 'Codes'), say('代码表', 'Code lists'), {
        table: listCodes(source, voice),
        pinned: 3,
        summary: say(`${lists} 个代码表，另附行政区划`, `${lists} lists, and the divisions`),
      }),
    ],
    [
      sheet(say('代码对照', 'Lookups'), say('来源代码与统一代码对照', 'Source codes and canonical codes'), {
        table: listLookups(source, voice),
        pinned: 3,
      }),
      sheet(say('规则', 'Rules'), say('校验规则', 'Rules'), { table: listRules(voice), pinned: 1 }),
      sheet(say('版本', 'Versions'), say('数据流与映射的版本', 'Versions of streams and mappings'), {
        table: listVersions(source, voice),
        pinned: 4,
      }),
    ],
  ];
}

function mark(sheet: BookSheet, { say }: Voice): BookSheet {
  const own = fingerprint(sheet);
  return { ...sheet, summary: `${sheet.summary}${say('；指纹 ', '; fingerprint ')}${own}`, fingerprint: own };
}

export function makeBook(source: BookSource, voice: Voice): Book {
  const [before, after] = plainSheets(source, voice);
  const drafts = [...before, ...source.systems.map((system) => systemSheet(system, source, voice)), ...after];
  const [coverName = '', ...names] = sheetNames([voice.say('封面', 'Cover'), ...drafts.map(({ name }) => name)]);
  const sheets = drafts.map((draft, index) => mark({ ...draft, name: names[index] ?? draft.name }, voice));
  const totals = totalDestinations(source.systems.flatMap(({ mappings }) => mappings));
  const cover = { ...makeCover(source, sheets, voice), name: coverName };
  return { cover, sheets, fingerprint: fingerprint(sheets), totals };
}
