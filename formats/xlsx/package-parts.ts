/** Finds the parts of a workbook through its relationships: names, folders and order are the writer's choice. */
import { FormatError, type Fault } from '../format-error.ts';
import { attribute } from '../xml/attributes.ts';
import type { ZipArchive } from '../zip.ts';
import { scanXml } from './part-text.ts';
import { isTrue } from './part-values.ts';

export interface Relation {
  /** Last segment of the relationship type: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string;
  /** Part name within the archive. */
  readonly target: string;
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Part name of the sheet's XML. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
}

const NO_WORKBOOK: Fault = {
  rule: 'file_not_workbook',
  zh: '压缩包内没有工作簿',
  en: 'the archive holds no workbook',
  next: { zh: '请移交单位用 Excel 打开并另存为 .xlsx 后重新提供。', en: 'Ask for it to be saved as .xlsx in Excel.' },
};

export async function findParts(archive: ZipArchive, name: string): Promise<WorkbookParts> {
  const root = await readRelations(archive, '');
  const workbook = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(workbook)) throw new FormatError(NO_WORKBOOK, { file: name });
  const relations = await readRelations(archive, workbook);
  const ofType = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && archive.has(relation.target))?.target;
  const { sheets, date1904 } = await readWorkbook(archive, workbook, relations);
  return { sheets, date1904, styles: ofType('styles'), sharedStrings: ofType('sharedStrings') };
}

async function readWorkbook(
  archive: ZipArchive,
  workbook: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ sheets: SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await scanXml(archive.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      // Chart sheets and dialogs have no rows.
      if (relation?.type !== 'worksheet') return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: relation.target });
    },
    close() {},
  });
  return { sheets, date1904 };
}

/** Relationships of a part by id; of the whole package for the empty name. */
async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(file)) return relations;
  await scanXml(archive.read(file), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      const target = resolveTarget(folder, attribute(attributes, 'Target') ?? '');
      relations.set(attribute(attributes, 'Id') ?? '', { type, target });
    },
    close() {},
  });
  return relations;
}

/** `/xl/x.xml` is absolute, `x.xml` and `../x.xml` are relative to the folder of the part that refers to it. */
function resolveTarget(folder: string, target: string): string {
  const segments = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
