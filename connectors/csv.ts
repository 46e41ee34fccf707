/** CSV files without a manifest: what is there is what was delivered. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { ENCODINGS } from '../formats/encoding.ts';
import type {
  Connector,
  ConnectorContext,
  ConnectorKind,
  Finding,
  RawChunk,
  ReadRequest,
  StreamDelivery,
} from './connector.ts';
import { readCsvChunks, surveyCsv, type CsvForm, type CsvSurvey } from './csv-records.ts';
import { contentFindings } from './csv-findings.ts';
import { namedFiles, type DeliveredFile } from './files.ts';
import { errorFinding, findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import { combineFingerprints } from './fingerprint.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';

const settings = z.strictObject({
  /** Path, or list of paths in the order of reading, per stream. */
  files: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
  encoding: z.enum(ENCODINGS),
  delimiter: z.string().length(1).default(','),
  nullText: z.string().optional(),
});

type CsvSettings = z.infer<typeof settings>;

interface Described {
  readonly delivery: StreamDelivery;
  readonly surveys: readonly CsvSurvey[];
}

class CsvConnector implements Connector {
  private readonly settings: CsvSettings;
  private readonly context: ConnectorContext;
  private readonly form: CsvForm;
  private readonly look = oncePerStream((stream) => this.survey(stream));

  constructor(given: CsvSettings, context: ConnectorContext) {
    this.settings = given;
    this.context = context;
    const { encoding, delimiter, nullText } = given;
    this.form = { encoding, delimiter, ...(nullText === undefined ? {} : { nullText }) };
  }

  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return findingsOf(this, streams);
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    return (await this.look(stream)).delivery;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const place = { system: this.context.system, stream: request.stream.name };
    const { delivery, surveys } = await this.look(request.stream);
    refuseOnErrors(delivery.findings, place);
    try {
      yield* readCsvChunks(surveys, this.form, request);
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** Files are open only while they are read. */
  async close(): Promise<void> {}

  private async survey(stream: StreamContract): Promise<Described> {
    const surveys: CsvSurvey[] = [];
    const findings: Finding[] = [];
    const files = this.filesOf(stream.name);
    if (files.length === 0) findings.push(notConfigured(stream.name));
    for (const file of files) {
      try {
        const survey = await surveyCsv(file, this.form);
        surveys.push(survey);
        findings.push(...contentFindings(stream, survey));
      } catch (thrown) {
        findings.push(findingOfError(thrown, stream.name));
      }
    }
    const bytes = surveys.reduce((sum, survey) => sum + survey.bytes, 0);
    const columns = [...new Set(surveys.flatMap(({ header }) => header))];
    const fingerprint = combineFingerprints(surveys.map(({ sha256 }) => sha256));
    return { surveys, delivery: { declaredRows: null, columns, bytes, fingerprint, findings } };
  }

  private filesOf(stream: string): DeliveredFile[] {
    if (!Object.hasOwn(this.settings.files, stream)) return [];
    const paths = [this.settings.files[stream] ?? []].flat();
    return namedFiles(resolve(this.context.baseDirectory), paths);
  }
}

function notConfigured(stream: string): Finding {
  return errorFinding({
    rule: 'missing_table',
    stream,
    message: { zh: `设置 files 中没有数据流 ${stream}`, en: `settings name no file for stream ${stream}` },
    next: { zh: `在 files 下为 ${stream} 写明文件路径。`, en: `Name the file of ${stream} under files.` },
  });
}

export const csv: ConnectorKind<CsvSettings> = {
  kind: 'csv',
  label: { zh: 'CSV 文件', en: 'CSV files' },
  settings,
  open: async (given, context) => new CsvConnector(given, context),
};
