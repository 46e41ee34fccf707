/**
 * Messages in the national exchange envelope: TITLE says what is sent and whether it is new, changed or deleted, CONTEXT
 * holds the fields of one data set, FILECONTEXT the attachments by path. CONTEXT is missing on a deletion.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ConnectorKind } from './connector.ts';
import { listDayFolders } from './day-folders.ts';
import { XmlConnector } from './xml-connector.ts';
import { listPackageDays, withOptionalStreams } from './xml-days.ts';

const settings = z.strictObject({
  directory: z.string().min(1),
  /** `{stream}` is the number of the data set. */
  pattern: z
    .string()
    .regex(/\{stream\}/)
    .default('{stream}_{day}_{number}.xml'),
  /** Numbers of data sets by the name of the stream (`TENDER_PROJECT: '501'`), beside those known. */
  dataSets: z.record(z.string(), z.string().regex(/^\d{3}$/)).default({}),
  /** A stream may have no packages: a day holds what was changed. */
  optionalStreams: z.boolean().default(false),
});

type EnvelopeSettings = z.infer<typeof settings>;

/** DATA_EN → DATA_NO. Source: 数据规范 V2.0. */
const DATA_SETS: Readonly<Record<string, string>> = {
  LEGAL_PERSON_BASE: '100',
  EXPERT_BID_EVALUATION: '212',
  TENDER_PROJECT: '501',
  SECTION: '502',
  TENDER_ANN_QUA_INQUERY_ANN: '503',
  WIN_RESULT_ANNO: '513',
};

const FORM = {
  path: ['PACKAGE', 'DES'],
  nullTexts: new Set<string>(),
  sections: new Map([
    ['TITLE', 'fields'],
    ['CONTEXT', 'fields'],
    ['FILECONTEXT', 'aside'],
  ] as const),
};

/** What TITLE says beside DATA_KEY and DATA_TYPE: the data set once more, the signature, the way it takes. */
const WRAPPING: ReadonlySet<string> = new Set(['CA_KEY', 'DATA_CN', 'DATA_EN', 'DATA_NO', 'ROUTE_WAY']);

const MESSAGES_PER_FILE = 300;

export const nationalEnvelope: ConnectorKind<EnvelopeSettings> = {
  kind: 'national-envelope',
  label: { zh: '国家交换报文（XML 投放目录）', en: 'messages in the national envelope (XML in a drop folder)' },
  settings,
  async listDays(given, { baseDirectory }) {
    const folders = await listDayFolders(given, baseDirectory);
    if (folders) return withOptionalStreams(folders);
    return listPackageDays(given, { directory: resolve(baseDirectory, given.directory), pattern: given.pattern });
  },
  open: async ({ dataSets, ...given }, context) => {
    const fileNames = new Map(Object.entries({ ...DATA_SETS, ...dataSets }));
    const packages = { ...given, fileNames, form: FORM, recordsPerFile: MESSAGES_PER_FILE, wrapping: WRAPPING };
    return new XmlConnector(packages, context);
  },
};
