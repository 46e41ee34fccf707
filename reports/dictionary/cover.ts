/** The first sheet: what the book covers, what stands where, and room for those who sign. */
import { countFaults, describeTotals, totalDestinations } from './destinations.ts';
import { fingerprint, type BookSheet, type Cell } from './sheet.ts';
import type { BookSource, Voice } from './source.ts';

export interface CoverBlock {
  readonly title: string;
  /** Four texts, or none where the rows speak for themselves. */
  readonly titles: readonly string[];
  /** Four cells each. */
  readonly rows: readonly (readonly Cell[])[];
  /** Room to write by hand. */
  readonly tall: boolean;
}

export interface Cover {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** The subtitle tells of columns nobody has dealt with. */
  readonly alert: boolean;
  readonly blocks: readonly CoverBlock[];
  readonly remarks: readonly string[];
}

function facts(source: BookSource, sheets: readonly BookSheet[], { say }: Voice): CoverBlock {
  const { productVersion, compiledOn, entities, systems } = source;
  const mappings = systems.flatMap((system) => system.mappings);
  const totals = totalDestinations(mappings);
  const fields = entities.reduce((sum, { fieldNames }) => sum + fieldNames.length, 0);
  return {
    title: say('概况', 'Overview'),
    titles: [],
    rows: [
      [say('产品版本', 'Product version'), productVersion, say('内容指纹', 'Fingerprint'), fingerprint(sheets)],
      [say('实体', 'Entities'), entities.length, say('字段', 'Fields'), fields],
      [say('系统', 'Systems'), systems.length, say('数据流', 'Streams'), mappings.length],
      [say('来源列', 'Source columns'), totals.columns, say('采用', 'Taken'), totals.taken],
      [say('仅作主键', 'Key only'), totals.keys, say('不迁移', 'Left aside'), totals.left],
      [say('未处理', 'Forgotten'), totals.forgotten, say('编制日期', 'Compiled on'), compiledOn],
    ],
    tall: false,
  };
}

function contents(sheets: readonly BookSheet[], { say }: Voice): CoverBlock {
  return {
    title: say('目录', 'Contents'),
    titles: [say('工作表', 'Sheet'), say('行数', 'Rows'), say('指纹', 'Fingerprint'), say('内容', 'Content')],
    rows: sheets.map((sheet) => [sheet.name, sheet.table.rows.length, sheet.fingerprint ?? '', sheet.title]),
    tall: false,
  };
}

function signatures({ systems }: BookSource, { language, say }: Voice): CoverBlock {
  const bodies = systems.filter(({ platformCode }) => platformCode !== '');
  const parties = [...bodies.map(({ label }) => label[language]), say('平台建设单位', 'Builder of the platform')];
  return {
    title: say('确认签字', 'Signatures'),
    titles: [say('单位', 'Body'), say('姓名', 'Name'), say('日期', 'Date'), say('意见', 'Opinion')],
    rows: parties.map((party) => [party, null, null, null]),
    tall: true,
  };
}

export function makeCover(source: BookSource, sheets: readonly BookSheet[], voice: Voice): Cover {
  const { say } = voice;
  const totals = totalDestinations(source.systems.flatMap(({ mappings }) => mappings));
  return {
    name: say('封面', 'Cover'),
    title: say('数据字典与映射手册', 'Data dictionary and mapping book'),
    subtitle: describeTotals(totals, voice),
    alert: countFaults(totals) > 0,
    blocks: [facts(source, sheets, voice), contents(sheets, voice), signatures(source, voice)],
    remarks: [
      say(
        '本手册由程序按现行模型与映射自动生成，请勿直接改动；需要更改时写入“意见”，由平台建设单位修改后重新生成。',
        'Generated from the model and mappings in force. Do not edit it: write what should change under Opinion.',
      ),
      say(
        '内容相同则指纹相同：重新生成后，指纹未变的工作表，内容没有变化。',
        'Equal content has an equal fingerprint: a sheet whose fingerprint is unchanged says what it said before.',
      ),
    ],
  };
}
