/** Packages of XML in a drop folder, one element per record; the kinds say how a record is wrapped and files are named. */
import { basename, resolve } from 'node:path';
import type { Connector, ConnectorContext, Finding, RawChunk, ReadRequest, StreamDelivery } from './connector.ts';
import { findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import { combineFingerprints } from './fingerprint.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';
import { findStrangers, packagesOf, type PackageFolder } from './xml-files.ts';
import { newFields, noPackages, packageFindings } from './xml-findings.ts';
import { readXmlChunks, surveyXml, type XmlForm, type XmlSurvey } from './xml-records.ts';

export interface XmlPackages {
  readonly directory: string;
  readonly pattern: string;
  readonly form: XmlForm;
  /** As many records the sender promises at most per file. */
  readonly recordsPerFile: number;
  readonly optionalStreams: boolean;
  /** What stands for a stream in the names of files; the name of the stream where nothing does. */
  readonly fileNames?: ReadonlyMap<string, string>;
  /** Fields of the wrapping that no stream declares. */
  readonly wrapping?: ReadonlySet<string>;
}

interface Described {
  readonly delivery: StreamDelivery;
  readonly surveys: readonly XmlSurvey[];
}

export class XmlConnector implements Connector {
  private readonly packages: XmlPackages;
  private readonly system: string;
  private readonly folder: PackageFolder;
  private readonly look = oncePerStream((stream) => this.survey(stream));

  constructor(packages: XmlPackages, { system, baseDirectory }: ConnectorContext) {
    this.packages = packages;
    this.system = system;
    this.folder = { directory: resolve(baseDirectory, packages.directory), pattern: packages.pattern };
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    const findings = await findingsOf(this, streams);
    try {
      const names = streams.map(({ name }) => this.nameInFiles(name));
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
      yield* readXmlChunks(surveys, this.packages.form, request);
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** Files are open only while they are read. */
  async close(): Promise<void> {}

  private nameInFiles(stream: string): string {
    return this.packages.fileNames?.get(stream) ?? stream;
  }

  private async survey(stream: StreamContract): Promise<Described> {
    const { form, optionalStreams, recordsPerFile, wrapping } = this.packages;
    const surveys: XmlSurvey[] = [];
    const findings: Finding[] = [];
    try {
      const files = await packagesOf(this.folder, this.nameInFiles(stream.name));
      const where = { position: basename(this.folder.directory), optional: optionalStreams };
      if (files.length === 0) findings.push(noPackages(stream, where));
      for (const file of files) {
        const seen = await surveyXml(file, form).catch((thrown: unknown) => findingOfError(thrown, stream.name));
        if ('level' in seen) findings.push(seen);
        else surveys.push(seen);
      }
    } catch (thrown) {
      findings.push(findingOfError(thrown, stream.name));
    }
    findings.push(...surveys.flatMap((survey) => packageFindings(stream, survey, recordsPerFile)));
    findings.push(...newFields(stream, surveys, wrapping));
    const bytes = surveys.reduce((sum, survey) => sum + survey.bytes, 0);
    const columns = [...new Set(surveys.flatMap(({ names }) => names))];
    const fingerprint = combineFingerprints(surveys.map(({ sha256 }) => sha256));
    return { surveys, delivery: { declaredRows: null, columns, bytes, fingerprint, findings } };
  }
}
