/** A report with every part filled, and some hostile text in it. */
import type { KindReport, RecordPlace, ReconcileReport } from '../../../reports/reconcile/report.ts';
import type { EntityKind } from '../../../schemas/identity.ts';

export const SYSTEMS = {
  egov: { zh: '电子政务中心', en: 'E-government' },
  onestop: { zh: '一站式审批', en: 'One-stop approval' },
  procurement: { zh: '政府采购中心', en: 'Government procurement' },
  landmining: { zh: '土地矿权交易中心', en: 'Land and mining' },
  construction: { zh: '建筑交易中心', en: 'Construction' },
  transport: { zh: '交通运输厅', en: 'Transport' },
  stateassets: { zh: '国有产权交易中心', en: 'State property' },
};
const IDS = Object.keys(SYSTEMS);

const place = (system: string, sourceKey: string, name = '西**'): RecordPlace => ({
  system,
  stream: 'ztk_qyjbxx',
  sourceKey,
  name,
});

export function sampleKind(kind: EntityKind, change: Partial<KindReport> = {}): KindReport {
  return {
    kind,
    run: {
      runId: `20260102-030405-${kind}`,
      mode: 'full',
      finishedAt: '2026-01-02 11:04',
      seconds: 3.21,
      operator: 'zhaxi',
      modelVersion: '3',
      records: 18_432,
      entities: 11_207,
      pairs: 204_118,
      review: 312,
      apart: 190_004,
      conflicts: 5,
    },
    bands: { merge: 8, review: 0 },
    histogram: Array.from({ length: 32 }, (_, index) => ({
      from: index - 2,
      width: 1,
      joined: index < 10 ? 0 : Math.round(900 * Math.exp(-(((index - 20) / 6) ** 2))),
      waiting: index >= 2 && index < 10 ? 60 - 6 * index : 0,
      keptApart: index % 5 === 0 ? 7 : 0,
    })),
    systems: IDS.map((system, index) => ({
      system,
      records: 4200 - 510 * index,
      entities: 3100 - 420 * index,
      shared: 1900 - 240 * index,
    })),
    overlap: IDS.flatMap((left, index) =>
      IDS.slice(index + 1).map((right, offset) => ({ left, right, entities: offset === 3 ? 0 : 820 - 110 * offset })),
    ),
    sizes: [
      { records: 1, entities: 7312 },
      { records: 2, entities: 2401 },
      { records: 3, entities: 905 },
      { records: 4, entities: 301 },
      { records: 7, entities: 44 },
      { records: 12, entities: 9 },
      { records: 61, entities: 1 },
    ],
    largest: [61, 12, 12].map((records, index) => ({
      entityId: `E0000000${index + 1}`,
      name:
        ['西藏藏青路桥工程有限公司', '措那县曲卓木乡高标准农田建设项目管理办公室', '<b onclick="x()">空壳</b>'][
          index
        ] ?? '',
      records,
      systems: IDS.slice(0, 5 - index),
      members: [place('egov', '1024'), place('construction', '74000031-4'), place('transport', '8812')],
    })),
    conflicts: [
      {
        rule: 'many_numbers',
        total: 14,
        examples: [
          {
            subject: '540101********0013',
            records: [place('onestop', 'ZJ20170001', '次**'), place('procurement', '77', '格**')],
          },
          {
            subject: '540102********2216',
            records: [place('onestop', 'ZJ20170044', '旺**'), place('construction', '9', '卓*')],
          },
        ],
      },
      { rule: 'many_numbers', total: 0, examples: [] },
    ],
    unlinkable: {
      total: 37,
      bySystem: [
        { system: 'transport', records: 31 },
        { system: 'egov', records: 6 },
      ],
      examples: [place('transport', '55', '多*')],
    },
    ...change,
  };
}

export const SAMPLE: ReconcileReport = {
  productVersion: '0.1.0',
  madeAt: '2026-01-02 11:30',
  madeBy: 'zhaxi',
  masked: true,
  systems: SYSTEMS,
  kinds: [sampleKind('expert'), sampleKind('enterprise'), sampleKind('matter', { bands: null, histogram: [] })],
};
