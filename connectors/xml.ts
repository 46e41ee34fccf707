/** XML packages in a drop folder: the stream is in the file name, one element per record, its child elements are fields. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ConnectorKind } from './connector.ts';
import { listDayFolders } from './day-folders.ts';
import { XmlConnector } from './xml-connector.ts';
import { listPackageDays } from './xml-days.ts';

const settings = z.strictObject({
  directory: z.string().min(1),
  /** `{stream}` is the name of the stream, `{day}` yyyyMMdd, `{number}` digits; `*` and `?` as in a shell. */
  pattern: z
    .string()
    .regex(/\{stream\}/)
    .default('{stream}_{day}_{number}.xml'),
  /** Names of the elements that lead to a record, the root first. */
  recordPath: z
    .string()
    .regex(/^[^/]+(?:\/[^/]+)*$/)
    .default('body/data'),
  /** Texts that mean "no value", as an absent and an empty element do. */
  nullTexts: z.array(z.string()).default(['null']),
  /** As many records the sender promises at most per file; more are read, and remarked on. */
  recordsPerFile: z.number().int().positive().default(500),
  /** A stream may have no packages. */
  optionalStreams: z.boolean().default(false),
});

type XmlSettings = z.infer<typeof settings>;

export const xml: ConnectorKind<XmlSettings> = {
  kind: 'xml',
  label: { zh: 'XML 数据包（投放目录）', en: 'XML packages in a drop folder' },
  settings,
  listDays: async (given, { baseDirectory }) =>
    (await listDayFolders(given, baseDirectory)) ??
    listPackageDays(given, { directory: resolve(baseDirectory, given.directory), pattern: given.pattern }),
  open: async ({ recordPath, nullTexts, ...given }, context) => {
    const form = { path: recordPath.split('/'), nullTexts: new Set(nullTexts) };
    return new XmlConnector({ ...given, form }, context);
  },
};
