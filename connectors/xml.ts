/** XML packages in a drop folder: the stream is in the file name, one element per record, its child elements are fields. */
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type {
  Connector,
  ConnectorContext,
  ConnectorKind,
  Finding,
  RawChunk,
  ReadRequest,
  StreamDelivery,
} from './connector.ts';
import { findingOfError, inPlace, refuseOnErrors } from './findings.ts';
import { combineFingerprints } from './fingerprint.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';
import { listDayFolders } from './day-folders.ts';
import { listPackageDays } from './xml-days.ts';
import { findStrangers, packagesOf, type PackageFolder } from './xml-files.ts';
import { newFields, noPackages, packageFindings } from './xml-findings.ts';
import { readXmlChunks, surveyXml, type XmlForm, type XmlSurvey } from './xml-records.ts';

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

interface Described {
  readonly delivery: StreamDelivery;
  readonly surveys: readonly XmlSurvey[];
}

class XmlConnector implements Connector {
  private readonly settings: XmlSettings;
  private readonly system: string;
  private readonly folder: PackageFolder;
  private readonly form: XmlForm;
  private readonly look = oncePerStream((stream) => this.survey(stream));

  constructor(given: XmlSettings, { system, baseDirectory }: ConnectorContext) {
    this.settings = given;
    this.system = system;
    this.folder = { directory: resolve(baseDirectory, given.directory), pattern: given.pattern };
    this.form = { path: given.recordPath.split('/'), nullTexts: new Set(given.nullTexts) };
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const stream of streams) findings.push(...(await this.describe(stream)).findings);
    try {
      const names = streams.map(({ name }) => name);
      return [...findings, ...(await findStrangers(this.folder, names))];
    } catch (thrown) {
      return [findingOfError(thrown)];
    }
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    return (await this.look(stream)).delivery;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const place = { system: this.system, stream: request.stream.name };
    const { delivery, surveys } = await this.look(request.stream);
    refuseOnErrors(delivery.findings, place);
    try {
      yield* readXmlChunks(surveys, this.form, request);
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** Files are open only while they are read. */
  async close(): Promise<void> {}

  private async survey(stream: StreamContract): Promise<Described> {
    const { optionalStreams, recordsPerFile } = this.settings;
    const surveys: XmlSurvey[] = [];
    const findings: Finding[] = [];
    try {
      const files = await packagesOf(this.folder, stream.name);
      const where = { position: basename(this.folder.directory), optional: optionalStreams };
      if (files.length === 0) findings.push(noPackages(stream, where));
      for (const file of files) {
        const seen = await surveyXml(file, this.form).catch((thrown: unknown) => findingOfError(thrown, stream.name));
        if ('level' in seen) findings.push(seen);
        else surveys.push(seen);
      }
    } catch (thrown) {
      findings.push(findingOfError(thrown, stream.name));
    }
    findings.push(...surveys.flatMap((survey) => packageFindings(stream, survey, recordsPerFile)));
    findings.push(...newFields(stream, surveys));
    const bytes = surveys.reduce((sum, survey) => sum + survey.bytes, 0);
    const columns = [...new Set(surveys.flatMap(({ names }) => names))];
    const fingerprint = combineFingerprints(surveys.map(({ sha256 }) => sha256));
    return { surveys, delivery: { declaredRows: null, columns, bytes, fingerprint, findings } };
  }
}

export const xml: ConnectorKind<XmlSettings> = {
  kind: 'xml',
  label: { zh: 'XML 数据包（投放目录）', en: 'XML packages in a drop folder' },
  settings,
  listDays: async (given, { baseDirectory }) =>
    (await listDayFolders(given, baseDirectory)) ??
    listPackageDays(given, { directory: resolve(baseDirectory, given.directory), pattern: given.pattern }),
  open: async (given, context) => new XmlConnector(given, context),
};
