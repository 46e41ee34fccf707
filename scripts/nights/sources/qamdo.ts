/** Qamdo: messages in the national exchange envelope, a file per data set and night. Children name parents by their codes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Change, Fields, Kind } from '../world.ts';
import { inTenThousands, ofKind, type NightSource, type Sending, type SentForm, type SentRow } from './source.ts';

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

const compact = (day: string): string => day.replaceAll('-', '');
const projectCode = (serial: number): string => `A0154030000${String(serial).padStart(6, '0')}`;
const tenderCode = (serial: number): string => `${projectCode(serial)}001`;
/** A section's code begins with that of its tender. */
const sectionCode = (project: string, serial: number): string =>
  `${tenderCode(Number(project))}${String(serial % 1000).padStart(3, '0')}`;

function rowOf(kind: Kind, serial: number, f: Fields): SentRow {
  const get = (name: string): string => f[name] ?? '';
  switch (kind) {
    case 'enterprise':
      return {
        LEGAL_NAME: get('name'),
        BIDDER_CODE_TYPE: '0',
        LEGAL_CODE: get('code'),
        LEGAL_REPRESENT: get('head'),
        LEGAL_UNIT_ADDRESS: get('address'),
        REGION_CODE: get('division'),
        REG_CAPITAL: inTenThousands(get('capital')),
        REG_UNIT: '1',
        LEGAL_CONTACT_PHONE: get('phone'),
      };
    case 'expert':
      return {
        ID_CARD: get('idNumber'),
        ID_CARD_TYPE: '01',
        EXPERT_NAME: get('name'),
        SEX: get('sex'),
        BIRTHDAY: compact(get('born')),
        COMPANY: get('employer'),
        PHONE_NUMBER: get('phone'),
        PROFESSIONAL: get('title'),
        BASE_TYPE: '1',
        MAJOR_CODE: get('specialty'),
        IS_MAIN: '1',
      };
    case 'project':
      return {
        PROJECT_CODE: projectCode(serial),
        TENDER_PROJECT_CODE: tenderCode(serial),
        TENDER_SELF_CODE: get('number'),
        TENDER_PROJECT_NAME: get('name'),
        TENDER_PROJECT_TYPE: get('category'),
        REGION_CODE: get('division'),
        TENDERER_NAME: get('owner'),
        TENDER_MODE: '1',
        CREATE_TIME: `${compact(get('date'))}000000`,
      };
    case 'section':
      return {
        TENDER_PROJECT_CODE: tenderCode(Number(f['parent'])),
        BID_SECTION_CODE: sectionCode(get('parent'), serial),
        BID_SECTION_NAME: get('name'),
        CONTRACT_RECKON_PRICE: inTenThousands(get('amount')),
        CURRENCY_CODE: '156',
        PRICE_UNIT: '1',
        LIMITE_TIME: get('days'),
      };
    case 'result':
      return {
        TENDER_PROJECT_CODE: tenderCode(Number(f['project'])),
        BID_SECTION_CODE: sectionCode(get('project'), Number(f['parent'])),
        WIN_BIDDER_NAME: get('winner'),
        WIN_BIDDER_CODE: get('code'),
        BID_AMOUNT: inTenThousands(get('amount')),
        BID_CURRENCY: '156',
        PRICE_UNIT: '1',
        NOTICE_SEND_TIME: `${compact(get('date'))}000000`,
      };
  }
}

export const qamdoForm: SentForm = { streams: SETS, keyOf, rowOf };

const OPERATIONS = { insert: '1', update: '2', delete: '3' } as const;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function message({ op, kind, serial, fields }: Change, day: string): string {
  const { number, label, stream } = SETS[kind];
  const title = `<CA_KEY>CA54030100</CA_KEY><DATA_CN>${label}</DATA_CN><DATA_EN>${stream}</DATA_EN><DATA_NO>${number}</DATA_NO><DATA_TYPE>${OPERATIONS[op]}</DATA_TYPE><DATA_KEY>${keyOf(kind, serial)}</DATA_KEY>`;
  if (op === 'delete') return `<DES><TITLE>${title}</TITLE></DES>\n`;
  const row = { ...rowOf(kind, serial, fields), DATA_TIMESTAMP: `${compact(day)}020000` };
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
