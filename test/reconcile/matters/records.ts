/** Small worlds for tests of matters: records as objects, read through the readers that pipelines would pass. */
import type { RecordReader } from '../../../reconcile/contract.ts';
import {
  explainPair,
  findMatters,
  MATTER_SOURCES,
  readMatterRecord,
  type JudgedPair,
  type MatterLink,
} from '../../../reconcile/matters/index.ts';

export interface TestRecord {
  readonly entity: string;
  readonly id: string;
  readonly [field: string]: string | null | undefined;
}

function readerOf(records: readonly TestRecord[]): (entity: string) => RecordReader {
  return (entity) => ({
    async *read(fields) {
      // Two batches, as a reader of many records gives.
      const own = records.filter((record) => record.entity === entity);
      for (const batch of [own.slice(0, 1), own.slice(1)]) {
        const columns = fields.map((field) => batch.map((record) => record[field] ?? (field === 'role' ? '' : null)));
        yield { ids: batch.map(({ id }) => id), columns };
      }
    },
  });
}

export interface Found {
  /** Ids that belong together, each matter sorted, single records left out. */
  readonly matters: readonly string[][];
  readonly links: readonly (Omit<MatterLink, 'left' | 'right'> & { readonly pair: string })[];
  readonly roles: Readonly<Record<string, string>>;
}

export async function find(records: readonly TestRecord[], judged: readonly JudgedPair[] = []): Promise<Found> {
  const { ids, matters, links, roles } = await findMatters({ reader: readerOf(records), judged });
  const groups = new Map<number, string[]>();
  for (const [index, id] of ids.entries()) {
    const matter = matters[index] ?? -1;
    groups.set(matter, [...(groups.get(matter) ?? []), id].sort());
  }
  return {
    matters: [...groups.values()].filter(({ length }) => length > 1).sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    links: links.map(({ left, right, ...link }) => ({
      ...link,
      pair: [ids[left], ids[right]].sort((a, b) => (String(a) < String(b) ? -1 : 1)).join(' '),
    })),
    roles: Object.fromEntries(ids.map((id, index) => [id, roles[index] ?? ''])),
  };
}

export function explain(left: TestRecord, right: TestRecord) {
  const [one, other] = [left, right].map((record) => {
    const source = MATTER_SOURCES.find(({ entity }) => entity === record.entity);
    if (source === undefined) throw new Error(`no source ${record.entity}`);
    const place = { id: record.id, system: record['system'] ?? '' };
    return readMatterRecord(source, place, (field) => record[field] ?? null);
  });
  if (one === undefined || other === undefined) throw new Error('two records are needed');
  return explainPair(one, other);
}

const OWNER = '措那县教育局';
const DIVISION = '540581';
const NAME = '措那县曲卓木乡小学教学楼建设项目';

export const project = (id: string, fields: Partial<TestRecord> = {}): TestRecord => ({
  entity: 'project',
  id,
  system: 'onestop',
  name: NAME,
  ownerName: OWNER,
  divisionCode: DIVISION,
  totalInvestment: '12345678.000000',
  establishedOn: '2019-03-01',
  ...fields,
});

export const tender = (id: string, fields: Partial<TestRecord> = {}): TestRecord => ({
  entity: 'tender_project',
  id,
  system: 'construction',
  name: NAME,
  tendererName: OWNER,
  divisionCode: DIVISION,
  tradeCategory: 'A01',
  estimate: '12345678.000000',
  establishedOn: '2019-04-01',
  ...fields,
});

export const notice = (id: string, fields: Partial<TestRecord> = {}): TestRecord => ({
  entity: 'published_notice',
  id,
  system: 'egov',
  projectName: NAME,
  title: `${NAME}招标公告`,
  ownerName: OWNER,
  divisionCode: DIVISION,
  tradeCategory: 'A01',
  publishedAt: '2019-05-01 09:00:00',
  ...fields,
});

export const listing = (id: string, code: string, fields: Partial<TestRecord> = {}): TestRecord => ({
  entity: 'asset_listing',
  id,
  system: 'stateassets',
  code,
  name: `旧设备${id}号标的`,
  sellerName: '西藏某某投资有限公司',
  listedOn: '2019-05-01',
  ...fields,
});
