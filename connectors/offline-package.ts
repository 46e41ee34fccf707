/** Offline hand-over packages (离线移交包): one CSV per table and a manifest with rows and hashes, checked before reading. */
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
import { listDayFolders } from './day-folders.ts';
import { fileWithin } from './files.ts';
import { errorFinding, findingOfError, findingsOf, inPlace, infoFinding, refuseOnErrors } from './findings.ts';
import { MANIFEST, readManifest, type Manifest, type ManifestEntry } from './manifest.ts';
import { compareWithManifest } from './manifest-check.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';

const settings = z.strictObject({
  directory: z.string().min(1),
  encoding: z.enum(ENCODINGS).default('gb18030'),
});

type PackageSettings = z.infer<typeof settings>;

interface Described {
  readonly delivery: StreamDelivery;
  readonly survey?: CsvSurvey;
}

class OfflinePackage implements Connector {
  private readonly directory: string;
  private readonly form: CsvForm;
  private readonly system: string;
  private readonly look = oncePerStream((stream) => this.survey(stream));
  private manifest: Promise<Manifest> | undefined;

  constructor({ directory, encoding }: PackageSettings, { system, baseDirectory }: ConnectorContext) {
    this.directory = resolve(baseDirectory, directory);
    this.form = { encoding, nullText: String.raw`\N` };
    this.system = system;
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    let manifest: Manifest;
    try {
      manifest = await this.readManifest();
    } catch (thrown) {
      return [findingOfError(thrown)];
    }
    const findings = await findingsOf(this, streams);
    const declared = new Set(streams.map(({ name }) => name));
    const unknown = Object.keys(manifest).filter((table) => !declared.has(table));
    return [...findings, ...unknown.map(unknownTable)];
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    return (await this.look(stream)).delivery;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const place = { system: this.system, stream: request.stream.name };
    const { delivery, survey } = await this.look(request.stream);
    refuseOnErrors(delivery.findings, place);
    try {
      if (survey) yield* readCsvChunks([survey], this.form, request);
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** Files are open only while they are read. */
  async close(): Promise<void> {}

  private async survey(stream: StreamContract): Promise<Described> {
    let entry: ManifestEntry | undefined;
    try {
      const manifest = await this.readManifest();
      entry = Object.hasOwn(manifest, stream.name) ? manifest[stream.name] : undefined;
      if (!entry) return { delivery: nothing(null, missingTable(stream)) };
      const file = await fileWithin(this.directory, entry.file);
      const survey = await surveyCsv(file, this.form);
      return { survey, delivery: this.compare(stream, entry, survey) };
    } catch (thrown) {
      return { delivery: nothing(entry?.rows ?? null, findingOfError(thrown, stream.name)) };
    }
  }

  private compare(stream: StreamContract, entry: ManifestEntry, survey: CsvSurvey): StreamDelivery {
    const { header, bytes, sha256 } = survey;
    const findings = [...contentFindings(stream, survey), ...compareWithManifest(stream.name, entry, survey)];
    return { declaredRows: entry.rows, columns: header, bytes, fingerprint: sha256, findings };
  }

  private readManifest(): Promise<Manifest> {
    this.manifest ??= readManifest(this.directory);
    return this.manifest;
  }
}

function nothing(declaredRows: number | null, finding: Finding): StreamDelivery {
  return { declaredRows, columns: [], bytes: 0, fingerprint: '', findings: [finding] };
}

function missingTable({ name, label }: StreamContract): Finding {
  return errorFinding({
    rule: 'missing_table',
    stream: name,
    position: MANIFEST,
    message: { zh: `清单中没有表 ${name}（${label}）`, en: `the manifest does not list table ${name}` },
    next: { zh: '请移交单位补交该表，并更新清单。', en: 'Ask for the table to be delivered and listed.' },
  });
}

function unknownTable(table: string): Finding {
  return infoFinding({
    rule: 'unknown_table',
    position: MANIFEST,
    message: { zh: `清单中有未登记的表 ${table}，未读取`, en: `table ${table} is not declared and is left aside` },
    next: { zh: '确认是否应当迁移该表。', en: 'Find out whether it should be migrated.' },
  });
}

export const offlinePackage: ConnectorKind<PackageSettings> = {
  kind: 'offline-package',
  label: { zh: '离线移交包（CSV 与清单）', en: 'offline hand-over package (CSV files and a manifest)' },
  settings,
  listDays: (given, { baseDirectory }) => listDayFolders(given, baseDirectory),
  open: async (given, context) => new OfflinePackage(given, context),
};
