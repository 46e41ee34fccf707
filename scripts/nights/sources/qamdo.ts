/** Qamdo: messages in the national exchange envelope, a file per data set and night. Children name parents by their codes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Change, Kind } from '../world.ts';
import {
  always,
  inTenThousands,
  ofKind,
  writeRow,
  type FormRows,
  type NightSource,
  type Sending,
  type SentForm,
} from './source.ts';

const SETS = {
  enterprise: { stream: 'LEGAL_PERSON_BASE', key: 'DATA_KEY', number: '100', label: '法人基本信息' },
  expert: { stream: 'EXPERT_BID_EVALUATION', key: 'DATA_KEY', number: '212', label: '评标专家' },
  project: { stream: 'TENDER_PROJECT', key: 'DATA_KEY', number: '501', label: '招标项目' },
  section: { stream: 'SECTION', key: 'DATA_KEY', number: '502', label: '标段（包）' },
  result: { stream: 'WIN_RESULT_ANNO', key: 'DATA_KEY', number: '513', label: '中标结果公告' },
} as const;
const KINDS = Object.keys(SETS) as readonly Kind[];
const NOTICES = '503';

/** 22 characters; the record keeps the day of its first sending, which is the first state here. */
function keyOf(kind: Kind, serial: number): string {
  return `5403${SETS[kind].number}20201130${String(serial).padStart(7, '0')}`;
}

const compact = (day = ''): string => day.replaceAll('-', '');
const projectCode = (serial: number): string => `A0154030000${String(serial).padStart(6, '0')}`;
const tenderCode = (serial: number): string => `${projectCode(serial)}001`;
/** A section's code begins with that of its tender. */
const sectionCode = (project: string | undefined, serial: number): string =>
  `${tenderCode(Number(project))}${String(serial % 1000).padStart(3, '0')}`;

const ROWS = {
  enterprise: {
    LEGAL_NAME: 'name',
    BIDDER_CODE_TYPE: always('0'),
    LEGAL_CODE: 'code',
    LEGAL_REPRESENT: 'head',
    LEGAL_UNIT_ADDRESS: 'address',
    REGION_CODE: 'division',
    REG_CAPITAL: inTenThousands('capital'),
    REG_UNIT: always('1'),
    LEGAL_CONTACT_PHONE: 'phone',
  },
  expert: {
    ID_CARD: 'idNumber',
    ID_CARD_TYPE: always('01'),
    EXPERT_NAME: 'name',
    SEX: 'sex',
    BIRTHDAY: (f) => compact(f['born']),
    COMPANY: 'employer',
    PHONE_NUMBER: 'phone',
    PROFESSIONAL: 'title',
    BASE_TYPE: always('1'),
    MAJOR_CODE: 'specialty',
    IS_MAIN: always('1'),
  },
  project: {
    PROJECT_CODE: (_, serial) => projectCode(serial),
    TENDER_PROJECT_CODE: (_, serial) => tenderCode(serial),
    TENDER_SELF_CODE: 'number',
    TENDER_PROJECT_NAME: 'name',
    TENDER_PROJECT_TYPE: 'category',
    REGION_CODE: 'division',
    TENDERER_NAME: 'owner',
    TENDER_MODE: always('1'),
    CREATE_TIME: (f) => `${compact(f['date'])}000000`,
  },
  section: {
    TENDER_PROJECT_CODE: (f) => tenderCode(Number(f['parent'])),
    BID_SECTION_CODE: (f, serial) => sectionCode(f['parent'], serial),
    BID_SECTION_NAME: 'name',
    CONTRACT_RECKON_PRICE: inTenThousands('amount'),
    CURRENCY_CODE: always('156'),
    PRICE_UNIT: always('1'),
    LIMITE_TIME: 'days',
  },
  result: {
    TENDER_PROJECT_CODE: (f) => tenderCode(Number(f['project'])),
    BID_SECTION_CODE: (f) => sectionCode(f['project'], Number(f['parent'])),
    WIN_BIDDER_NAME: 'winner',
    WIN_BIDDER_CODE: 'code',
    BID_AMOUNT: inTenThousands('amount'),
    BID_CURRENCY: always('156'),
    PRICE_UNIT: always('1'),
    NOTICE_SEND_TIME: (f) => `${compact(f['date'])}000000`,
  },
} satisfies FormRows;

export const qamdoForm: SentForm = {
  streams: SETS,
  keyOf,
  rowOf: (kind, serial, fields) => writeRow(ROWS[kind], serial, fields),
};

const OPERATIONS = { insert: '1', update: '2', delete: '3' } as const;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function message({ op, kind, serial, fields }: Change, day: string): string {
  const { number, label, stream } = SETS[kind];
  const title = `<CA_KEY>CA54030100</CA_KEY><DATA_CN>${label}</DATA_CN><DATA_EN>${stream}</DATA_EN><DATA_NO>${number}</DATA_NO><DATA_TYPE>${OPERATIONS[op]}</DATA_TYPE><DATA_KEY>${keyOf(kind, serial)}</DATA_KEY>`;
  if (op === 'delete') return `<DES><TITLE>${title}</TITLE></DES>\n`;
  const row = { ...qamdoForm.rowOf(kind, serial, fields), DATA_TIMESTAMP: `${compact(day)}020000` };
  const context = Object.entries(row).map(([name, value]) => `<${name}>${escape(value ?? '')}</${name}>`);
  return `<DES><TITLE>${title}</TITLE><CONTEXT>${context.join('')}</CONTEXT><FILECONTEXT/></DES>\n`;
}

export class Qamdo implements NightSource {
  readonly system = 'qamdo';
  readonly form = qamdoForm;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly #directory: string;

  /** @param directory a folder a day beneath it. */
  constructor(directory: string) {
    this.#directory = directory;
    this.settings = { connector: 'national-envelope', directory: join(directory, '{day}') };
  }

  async send(sending: Sending): Promise<void> {
    for (const [name, text] of this.packages(sending)) await this.drop(name, text);
  }

  /** Text by path; data sets without a change have no file. */
  packages({ night, day, changes }: Sending): [name: string, text: string][] {
    const packed = (number: string, messages: readonly string[]): [string, string] => [
      join(compact(day), `${number}_${compact(day)}_001.xml`),
      `<?xml version="1.0" encoding="UTF-8"?>\n<PACKAGE>\n${messages.join('')}</PACKAGE>\n`,
    ];
    const full = KINDS.flatMap((kind) => {
      const messages = ofKind(changes, kind).map((change) => message(change, day));
      return messages.length === 0 ? [] : [packed(SETS[kind].number, messages)];
    });
    // The first state has every data set, also the one of which there is nothing.
    return night === 0 ? [...full, packed(NOTICES, [])] : full;
  }

  async drop(name: string, text: string): Promise<void> {
    const file = join(this.#directory, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
