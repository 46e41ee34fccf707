/** Shigatse: GB18030 CSV files of the day's changes in one drop folder, and a manifest that says they are complete. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../../demo-data/forms/csv.ts';
import { encodeGb18030 } from '../../demo-data/forms/gb18030-encode.ts';
import type { Change, Kind } from '../world.ts';
import {
  inTenThousands,
  ofKind,
  timeOf,
  writeRow,
  type FormRows,
  type NightSource,
  type Sending,
  type SentForm,
  type SentRow,
} from './source.ts';

const FILES = {
  enterprise: { stream: 'qyxx', key: 'QYID', columns: ['QYID', 'MC', 'DM', 'FR', 'DH', 'DZ', 'QH', 'ZCZB'] },
  expert: { stream: 'zjxx', key: 'ZJID', columns: ['ZJID', 'XM', 'ZJHM', 'XB', 'DW', 'SJ', 'ZC', 'ZY'] },
  project: {
    stream: 'xmxx',
    key: 'XMID',
    columns: ['XMID', 'XMBH', 'XMMC', 'LB', 'ZBR', 'DL', 'QH', 'JE', 'LXRQ'],
  },
  section: { stream: 'bdxx', key: 'BDID', columns: ['BDID', 'XMID', 'MC', 'GSJ'] },
  result: { stream: 'jgxx', key: 'JGID', columns: ['JGID', 'BDID', 'ZBR', 'ZBRDM', 'ZBJ', 'RQ'] },
} as const satisfies Readonly<
  Record<Kind, { readonly stream: string; readonly key: string; readonly columns: readonly string[] }>
>;
const KINDS = Object.keys(FILES) as readonly Kind[];

function keyOf(_kind: Kind, serial: number): string {
  return `02${String(serial).padStart(8, '0')}`;
}

const ROWS = {
  enterprise: {
    [FILES.enterprise.key]: (_, serial) => keyOf('enterprise', serial),
    MC: 'name',
    DM: 'code',
    FR: 'head',
    DH: 'phone',
    DZ: 'address',
    QH: 'division',
    ZCZB: inTenThousands('capital'),
  },
  expert: {
    [FILES.expert.key]: (_, serial) => keyOf('expert', serial),
    XM: 'name',
    ZJHM: 'idNumber',
    XB: (f) => (f['sex'] === '1' ? '男' : '女'),
    DW: 'employer',
    SJ: 'phone',
    ZC: 'title',
    ZY: 'specialty',
  },
  project: {
    [FILES.project.key]: (_, serial) => keyOf('project', serial),
    XMBH: 'number',
    XMMC: 'name',
    LB: 'category',
    ZBR: 'owner',
    QH: 'division',
    JE: inTenThousands('amount'),
    LXRQ: 'date',
  },
  section: {
    [FILES.section.key]: (_, serial) => keyOf('section', serial),
    XMID: (f) => keyOf('section', Number(f['parent'])),
    MC: 'name',
    GSJ: inTenThousands('amount'),
  },
  result: {
    [FILES.result.key]: (_, serial) => keyOf('result', serial),
    BDID: (f) => keyOf('result', Number(f['parent'])),
    ZBR: 'winner',
    ZBRDM: 'code',
    ZBJ: inTenThousands('amount'),
    RQ: 'date',
  },
} satisfies FormRows;

export const shigatseForm: SentForm = {
  streams: FILES,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind], serial, fields),
};

const OPERATIONS = { insert: 'I', update: 'U', delete: 'D' } as const;

export interface Drop {
  readonly name: string;
  readonly bytes: Buffer;
  readonly rows: number;
}

export class Shigatse implements NightSource {
  readonly system = 'shigatse';
  readonly form = shigatseForm;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly #directory: string;

  /** @param directory where the files are dropped, all of them beside each other. */
  constructor(directory: string) {
    this.#directory = directory;
    this.settings = { connector: 'csv-drop', directory };
  }

  async send(sending: Sending): Promise<void> {
    await this.write(sending.day, this.drops(sending));
  }

  /** @param extra a column nobody announced. */
  drops({ day, changes }: Sending, extra?: string): Drop[] {
    return KINDS.map((kind) => {
      const columns = [...FILES[kind].columns, ...(extra === undefined ? [] : [extra])];
      const rows = ofKind(changes, kind).map((change) => this.#line(change, columns, changes.indexOf(change), day));
      const text = csvLine(['BZ', ...columns, 'GXSJ']) + rows.join('');
      const name = `${day.replaceAll('-', '')}_${FILES[kind].stream}.csv`;
      return { name, bytes: encodeGb18030(text), rows: rows.length };
    });
  }

  /** Writes the files and, last, the manifest. */
  async write(day: string, drops: readonly Drop[], { manifestOf = drops } = {}): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    for (const { name, bytes } of drops) await writeFile(join(this.#directory, name), bytes);
    const lines = manifestOf.map(
      ({ name, rows, bytes }) => `${name},${rows},${createHash('md5').update(bytes).digest('hex')}\n`,
    );
    await writeFile(join(this.#directory, `${day.replaceAll('-', '')}.ok`), lines.join(''));
  }

  #line({ op, kind, serial, fields }: Change, columns: readonly string[], index: number, day: string): string {
    const key = { [FILES[kind].key]: keyOf(kind, serial) };
    const row: SentRow = op === 'delete' ? key : shigatseForm.rowOf(kind, serial, fields);
    const stamp = timeOf(day, index).replaceAll(/\D/g, '');
    return csvLine([OPERATIONS[op], ...columns.map((column) => row[column] ?? ''), stamp]);
  }
}
