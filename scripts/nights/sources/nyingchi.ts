/** Nyingchi: the whole state in one workbook a day; what is gone from it is deleted. */
import ExcelJS from 'exceljs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kind } from '../world.ts';
import {
  always,
  inTenThousands,
  writeRow,
  type FormRows,
  type NightSource,
  type Sending,
  type SentForm,
  type SentRow,
} from './source.ts';

const SHEETS = {
  enterprise: {
    stream: '企业',
    key: '企业编号',
    columns: ['企业编号', '企业名称', '信用代码', '法定代表人', '联系电话', '注册资本（万元）', '地址'],
  },
  section: {
    stream: '项目',
    key: '标段编号',
    columns: [
      '标段编号',
      '项目编号',
      '项目名称',
      '标段名称',
      '类别',
      '招标人',
      '代理机构',
      '县区',
      '估算价（万元）',
      '立项日期',
    ],
  },
  result: {
    stream: '结果',
    key: '结果编号',
    columns: ['结果编号', '标段编号', '中标人', '中标价（万元）', '中标日期'],
  },
} as const;
type SheetKind = keyof typeof SHEETS;
const KINDS = Object.keys(SHEETS) as readonly SheetKind[];
const NOTICES = ['公告编号', '项目编号', '标题', '类型', '发布日期'];

const PREFIX: Readonly<Record<Kind, string>> = {
  enterprise: 'QY',
  project: 'XM',
  section: 'BD',
  result: 'JG',
  expert: '',
};

function keyOf(kind: Kind, serial: number): string {
  return `LZ-${PREFIX[kind]}-${String(serial).padStart(5, '0')}`;
}

/** A section's row repeats its project. */
const ROWS = {
  enterprise: {
    企业编号: (_, serial) => keyOf('enterprise', serial),
    企业名称: 'name',
    信用代码: 'code',
    法定代表人: 'head',
    联系电话: 'phone',
    '注册资本（万元）': inTenThousands('capital'),
    地址: 'address',
  },
  section: {
    标段编号: (_, serial) => keyOf('section', serial),
    项目编号: (f) => keyOf('project', Number(f['parent'])),
    项目名称: (f) => `第${f['parent']}号建设项目`,
    标段名称: 'name',
    类别: always('房建'),
    招标人: always('林芝市住房和城乡建设局'),
    县区: always('巴宜区'),
    '估算价（万元）': inTenThousands('amount'),
    立项日期: always('2019-05-06'),
  },
  result: {
    结果编号: (_, serial) => keyOf('result', serial),
    标段编号: (f) => keyOf('section', Number(f['parent'])),
    中标人: 'winner',
    '中标价（万元）': inTenThousands('amount'),
    中标日期: 'date',
  },
} satisfies FormRows;

export const nyingchiForm: SentForm = {
  streams: SHEETS,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind as SheetKind], serial, fields),
};

export class Nyingchi implements NightSource {
  readonly system = 'nyingchi';
  readonly form = nyingchiForm;
  readonly settings: Readonly<Record<string, unknown>>;
  /** A column nobody announced. */
  extraColumn: string | undefined;
  readonly #directory: string;
  readonly #state = new Map<number, { readonly kind: SheetKind; readonly row: SentRow }>();

  /** @param directory a folder a day beneath it. */
  constructor(directory: string) {
    this.#directory = directory;
    this.settings = { connector: 'excel', directory: join(directory, '{day}') };
  }

  /** What changed goes into the state, whether it is sent or not. */
  note({ changes }: Pick<Sending, 'changes'>): void {
    for (const { op, kind, serial, fields } of changes) {
      if (!(kind in SHEETS)) continue;
      if (op === 'delete') this.#state.delete(serial);
      else this.#state.set(serial, { kind: kind as SheetKind, row: nyingchiForm.rowOf(kind, serial, fields) });
    }
  }

  async send(sending: Sending): Promise<void> {
    this.note(sending);
    const file = this.fileOf(sending.day);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, Buffer.from(await this.#workbook().xlsx.writeBuffer()));
  }

  fileOf(day: string): string {
    return join(this.#directory, day, '林芝交易信息.xlsx');
  }

  /** The last bytes of a file did not arrive. @returns mends it. */
  async cut(day: string): Promise<() => Promise<void>> {
    const file = this.fileOf(day);
    const whole = await readFile(file);
    await truncate(file, Math.floor(whole.length / 2));
    return () => writeFile(file, whole);
  }

  #workbook(): ExcelJS.Workbook {
    const book = new ExcelJS.Workbook();
    for (const kind of KINDS) {
      const { stream, columns } = SHEETS[kind];
      const names = [...columns, ...(this.extraColumn === undefined ? [] : [this.extraColumn])];
      const sheet = book.addWorksheet(stream);
      sheet.addRow(names);
      for (const each of this.#state.values()) {
        if (each.kind === kind) sheet.addRow(names.map((name) => each.row[name] ?? null));
      }
      if (kind === 'section') book.addWorksheet('公告').addRow(NOTICES);
    }
    return book;
  }
}
