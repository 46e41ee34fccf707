/** Defects of the public site. */
import { insertInside, stretch } from '../dirt/damage.ts';
import { targets, type Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { EGOV_MONEY_SPECS } from './specs-money.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { ACTIVE_CONTENT } from '../world/notices.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';

const LONG = [
  ...targets('ztk_qyjbxx', 'QYMC', 'ZCDZ', 'KHYH'),
  ...targets('ztk_qymc_bg', 'YMC', 'XMC'),
  ...targets('xx_gg', 'GGBT', 'XMMC', 'ZBRMC', 'ZBDLMC', 'ZBRXMC'),
  ...targets('xy_hmd', 'ZTMC', 'CFBM'),
  ...targets('ts_jbxx', 'XMMC', 'TSRMC', 'BTSRMC', 'CLDW'),
];
const SHORT = ['ztk_qyjbxx.FDDBR', 'ztk_qyjbxx.LXR', 'ztk_ca_lock.CYR', 'xx_fj.WJM'];
const DIVISION_FIELDS = ['ztk_qyjbxx.XZQHDM', 'xx_gg.XZQH'];
/** Values the interface document does not know. */
const STRAY_CODES: Readonly<Record<string, string>> = {
  'ztk_qyjbxx.ZTLB': '6',
  'ztk_qyjbxx.JSDM': '03;77',
  'ztk_qyjbxx.ZCZB_BZ': 'RMB',
  'ztk_qyjbxx.SHZT': '9',
  'ztk_ca_lock.ZT': 'X',
  'xx_gg.GGLX': '7',
  'xx_gg.JYLB': 'Z01',
  'xx_gg.CXBZ': '8',
  'xy_hmd.XYLX': '6',
  'xy_hmd.ZTLX': 'Q',
  'xy_hmd.SFCX': '5',
  'xy_hmd.GKFW': '4',
  'ts_jbxx.ZT': '9',
};
const DAYS = [
  ...targets('ztk_qyjbxx', 'YYQX'),
  ...targets('ztk_ca_lock', 'YXQ_Q', 'YXQ_Z'),
  ...targets('xx_gg', 'FBSJ'),
  ...targets('xy_hmd', 'CFRQ', 'XZKSRQ', 'XZJSRQ'),
  ...targets('ts_jbxx', 'TSRQ', 'SLRQ', 'CLRQ'),
];
const TIMES = ['ztk_qyjbxx.CJSJ', 'ztk_qymc_bg.BGSJ', 'ztk_ca_lock.FFSJ', 'xx_fj.SCSJ', 'xy_hmd.GXSJ', 'ts_jbxx.GXSJ'];
/** Characters beyond which the hand-over calls a text overlong, and what the column holds. */
const LENGTHS: Readonly<Record<string, { readonly limit: number; readonly column: number }>> = {
  'xy_hmd.YY': { limit: 500, column: 1000 },
  'xy_hmd.CFWH': { limit: 50, column: 100 },
  'ts_jbxx.TSNR': { limit: 1000, column: 4000 },
  'ts_jbxx.CLJG': { limit: 500, column: 1000 },
  'ts_jbxx.XMMC': { limit: 200, column: 600 },
};

function simple(
  kind: string,
  outcome: Spec['outcome'],
  rest: Pick<Spec, 'targets' | 'rate' | 'damage' | 'guards'>,
): Spec {
  return { kind, outcome, ...rest };
}

function hidden(kind: string, pieces: readonly string[]): Spec {
  return simple(kind, 'repair', {
    targets: LONG,
    rate: 0.0015,
    damage: ({ text, random }) =>
      text.includes('（') ? null : { cell: insertInside(random, text, random.pick(pieces)), expected: text },
  });
}

export const EGOV_SPECS: readonly Spec[] = [
  simple('invalid_bytes', 'quarantine', {
    targets: [...LONG, 'ztk_ca_lock.CYR', 'xx_fj.WJM'],
    rate: 0.001,
    damage: ({ text }) => ({ cell: text + rawByte(0xd5) }),
  }),
  simple('orphan', 'quarantine', {
    targets: ['ztk_ca_lock.QYID', 'ztk_qymc_bg.QYID'],
    rate: 0.01,
    damage: ({ random }) => ({ cell: `8${random.digits(8)}` }),
  }),
  simple('orphan', 'quarantine', {
    targets: ['xx_fj.GGID'],
    rate: 0.04,
    damage: ({ text }) => ({ cell: `${text.slice(0, 9)}0000-0000-0000-${text.slice(-12)}` }),
  }),
  simple('division_retired', 'repair', {
    targets: DIVISION_FIELDS,
    rate: 0.01,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  }),
  simple('division_unknown', 'warn', {
    targets: DIVISION_FIELDS,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(UNKNOWN_DIVISIONS) }),
  }),
  simple('code_unknown', 'warn', {
    targets: Object.keys(STRAY_CODES),
    rate: 0.006,
    damage: ({ row, field }) => ({ cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' }),
  }),
  simple('flag_contradiction', 'repair', {
    targets: ['ts_jbxx.SFZFCG'],
    guards: ['JYLB'],
    rate: 0.1,
    damage: ({ text }) => ({ cell: text === '1' ? '0' : '1', expected: text }),
  }),
  simple('date_impossible', 'warn', {
    targets: DAYS,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(['2019-02-30', '2018-11-31', '2017年13月5日', '2020.6.31']) }),
  }),
  simple('date_placeholder', 'repair', {
    targets: DAYS,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(['1900-01-01', '9999-12-31']) }),
  }),
  // What MySQL kept for an empty datetime.
  simple('date_placeholder', 'repair', {
    targets: TIMES,
    rate: 0.006,
    damage: () => ({ cell: '0000-00-00 00:00:00' }),
  }),
  simple('overlong', 'warn', {
    targets: Object.keys(LENGTHS),
    rate: 0.04,
    damage: ({ text, random, row, field }) => {
      const { limit, column } = LENGTHS[`${row.stream}.${field}`] ?? { limit: 0, column: 0 };
      return { cell: stretch(random, text, limit).slice(0, column) };
    },
  }),
  simple('html_script', 'warn', {
    targets: ['xx_gg.GGNR'],
    rate: 0.05,
    damage: ({ text, random }) => ({ cell: text.replace(/<\/div>$/, `${random.pick(ACTIVE_CONTENT)}</div>`) }),
  }),
  ...EGOV_MONEY_SPECS,
  hidden('nul_byte', ['\u0000']),
  hidden('control_char', ['\u0001', '\u0006', '\u0008', '\u001D']),
  ...idSpecs(['ztk_qyjbxx.FDDBR_SFZH'], ['ztk_qyjbxx.FDDBR_SFZH'], []),
  ...idSpecs(['ztk_qyjbxx.TYSHXYDM'], ['ztk_qyjbxx.TYSHXYDM'], ['ZTLB']),
  ...codeSpecs(['ztk_qyjbxx.TYSHXYDM', 'ztk_qyjbxx.YYZZH', 'xy_hmd.ZTDM', 'ts_jbxx.BTSRDM']),
  phoneSpec(['ztk_qyjbxx.FDDBR_DH', 'ztk_qyjbxx.LXDH', 'ztk_ca_lock.CYR_SJ', 'ts_jbxx.TSRDH']),
  ...textSpecs([...LONG, ...SHORT], LONG, ['ztk_qyjbxx.QYMC', 'ztk_qyjbxx.ZCDZ', 'xx_gg.ZBRXMC', 'ts_jbxx.TSNR']),
];
