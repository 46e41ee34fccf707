/**
 * A drop folder of CSV files: every day has its files (`20201201_qyxx.csv`) and, once all of them are there, a manifest
 * (`20201201.ok`). A day without its manifest is not there yet. The days are read in their order, whenever they came;
 * a file that is not what its manifest says is left out, and the others are read.
 */
import { basename, resolve } from 'node:path';
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
import { contentFindings } from './csv-findings.ts';
import { readCsvChunks, surveyCsv, type CsvForm, type CsvSurvey } from './csv-records.ts';
import { listDropDays, manifestsOf, type DropManifest } from './drop-days.ts';
import { nothingReady, notListed } from './drop-findings.ts';
import { md5Of, readDropManifest } from './drop-manifest.ts';
import { fileWithin } from './files.ts';
import { findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import { combineFingerprints } from './fingerprint.ts';
import { compareWithManifest } from './manifest-check.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';

const settings = z.strictObject({
  directory: z.string().min(1),
  encoding: z.enum(ENCODINGS).default('gb18030'),
  nullText: z.string().optional(),
  /** One day alone, as it is written in the names; all days when absent. */
  day: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
});

type DropSettings = z.infer<typeof settings>;

interface Described {
  readonly delivery: StreamDelivery;
  readonly surveys: readonly CsvSurvey[];
}

interface DayFile {
  readonly survey: CsvSurvey | null;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

class CsvDrop implements Connector {
  private readonly settings: DropSettings;
  private readonly system: string;
  private readonly directory: string;
  private readonly form: CsvForm;
  private readonly look = oncePerStream((stream) => this.survey(stream));

  constructor(given: DropSettings, { system, baseDirectory }: ConnectorContext) {
    this.settings = given;
    this.system = system;
    this.directory = resolve(baseDirectory, given.directory);
    const { encoding, nullText } = given;
    this.form = { encoding, ...(nullText === undefined ? {} : { nullText }) };
  }

  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return findingsOf(this, streams);
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    return (await this.look(stream)).delivery;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const place = { system: this.system, stream: request.stream.name };
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
    const files: DayFile[] = [];
    const findings: Finding[] = [];
    try {
      const manifests = await manifestsOf(this.directory, this.settings.day);
      if (manifests.length === 0) findings.push(nothingReady(stream.name, basename(this.directory)));
      for (const manifest of manifests) files.push(await this.surveyDay(stream, manifest));
    } catch (thrown) {
      findings.push(findingOfError(thrown, stream.name));
    }
    const surveys = files.flatMap(({ survey }) => survey ?? []);
    // Beside days that can be read a file that cannot be is left out; alone it is all there is.
    const level = surveys.length > 0 ? 'warning' : 'error';
    findings.push(...files.flatMap((file) => file.findings.map((finding) => soften(finding, file, level))));
    return { surveys, delivery: deliveryOf(files, surveys, findings) };
  }

  private async surveyDay(stream: StreamContract, { day, file: manifest }: DropManifest): Promise<DayFile> {
    const name = `${day}_${stream.name}.csv`;
    let rows = 0;
    try {
      const entry = (await readDropManifest(manifest)).get(name);
      if (!entry) return { survey: null, rows, findings: [notListed(stream.name, name, manifest.name)] };
      ({ rows } = entry);
      const file = await fileWithin(this.directory, name);
      const survey = await surveyCsv(file, this.form);
      const stated = { file: name, rows, sha256: entry.md5 };
      const found = compareWithManifest(stream.name, stated, { ...survey, sha256: await md5Of(file) });
      if (found.length > 0) return { survey: null, rows, findings: found };
      const content = contentFindings(stream, survey);
      const isSound = content.every(({ level }) => level !== 'error');
      return { survey: isSound ? survey : null, rows, findings: content };
    } catch (thrown) {
      return { survey: null, rows, findings: [findingOfError(thrown, stream.name)] };
    }
  }
}

function soften(finding: Finding, { survey }: DayFile, level: 'warning' | 'error'): Finding {
  return survey === null && finding.level === 'error' ? { ...finding, level } : finding;
}

function deliveryOf(files: readonly DayFile[], surveys: readonly CsvSurvey[], findings: Finding[]): StreamDelivery {
  const read = files.filter(({ survey }) => survey !== null);
  return {
    declaredRows: files.length === 0 ? null : (read.length > 0 ? read : files).reduce((sum, { rows }) => sum + rows, 0),
    columns: [...new Set(surveys.flatMap(({ header }) => header))],
    bytes: surveys.reduce((sum, survey) => sum + survey.bytes, 0),
    fingerprint: surveys.length === 0 ? '' : combineFingerprints(surveys.map(({ sha256 }) => sha256)),
    findings,
  };
}

export const csvDrop: ConnectorKind<DropSettings> = {
  kind: 'csv-drop',
  label: { zh: 'CSV 投放目录（每日一份清单）', en: 'CSV drop folder with a manifest per day' },
  settings,
  listDays: (given, { baseDirectory }) => listDropDays(given, resolve(baseDirectory, given.directory)),
  open: async (given, context) => new CsvDrop(given, context),
};
