/** Excel workbooks kept by hand: one sheet per stream, header found by its texts, all workbooks of a directory. */
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { throwIfCancelled } from './cancellation.ts';
import type {
  Connector,
  ConnectorContext,
  ConnectorKind,
  Finding,
  RawChunk,
  ReadRequest,
  StreamDelivery,
} from './connector.ts';
import { listDayFolders } from './day-folders.ts';
import { filesLike, namedFiles, type DeliveredFile } from './files.ts';
import { findingOfError, findingsOf, inPlace, refuseOnErrors } from './findings.ts';
import { parseSheetCursor, readSheet } from './sheet-chunks.ts';
import { findUnknownSheets, surveySheets, type SheetSurvey } from './sheet-survey.ts';
import { oncePerStream } from './once-per-stream.ts';
import type { StreamContract } from './stream.ts';

const settings = z
  .strictObject({
    /** All workbooks of a directory in name order … */
    directory: z.string().min(1).optional(),
    pattern: z.string().min(1).default('*.xlsx'),
    /** … or these, in this order. */
    files: z.array(z.string().min(1)).min(1).optional(),
    /** A workbook may lack a sheet (a year without such cases). */
    optionalSheets: z.boolean().default(false),
  })
  .refine(({ directory, files }) => (directory === undefined) !== (files === undefined), {
    error: '缺少 directory 或 files（二者填一）',
  });

type ExcelSettings = z.infer<typeof settings>;

class ExcelConnector implements Connector {
  private readonly settings: ExcelSettings;
  private readonly context: ConnectorContext;
  private readonly look = oncePerStream((stream) => this.survey(stream));

  constructor(given: ExcelSettings, context: ConnectorContext) {
    this.settings = given;
    this.context = context;
  }

  async check(streams: readonly StreamContract[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    try {
      const files = await this.files();
      findings.push(...(await findingsOf(this, streams)));
      findings.push(...(await findUnknownSheets(files, streams)));
    } catch (thrown) {
      findings.push(findingOfError(thrown));
    }
    return findings;
  }

  async describe(stream: StreamContract): Promise<StreamDelivery> {
    return (await this.look(stream)).delivery;
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const { stream, after, signal } = request;
    const place = { system: this.context.system, stream: stream.name };
    const { delivery, sheets } = await this.look(stream);
    refuseOnErrors(delivery.findings, place);
    const start = after === undefined ? { sheet: 0, row: 0 } : parseSheetCursor(after, sheets);
    try {
      for (const [index, sheet] of sheets.entries()) {
        throwIfCancelled(signal, stream.name);
        if (index >= start.sheet) yield* readSheet(sheet, request, index === start.sheet ? start.row : 0);
      }
    } catch (thrown) {
      throw inPlace(thrown, place);
    }
  }

  /** Workbooks are open only while they are read. */
  async close(): Promise<void> {}

  private async survey(stream: StreamContract): Promise<SheetSurvey> {
    try {
      const { optionalSheets } = this.settings;
      return await surveySheets(stream, await this.files(), { optionalSheets, where: this.where });
    } catch (thrown) {
      const findings = [findingOfError(thrown, stream.name)];
      return { sheets: [], delivery: { declaredRows: null, columns: [], bytes: 0, fingerprint: '', findings } };
    }
  }

  private get where(): string {
    return this.settings.directory === undefined ? 'files' : basename(this.settings.directory);
  }

  private async files(): Promise<DeliveredFile[]> {
    const { directory, files, pattern } = this.settings;
    if (directory === undefined) return namedFiles(this.context.baseDirectory, files ?? []);
    return filesLike(resolve(this.context.baseDirectory, directory), pattern);
  }
}

export const excel: ConnectorKind<ExcelSettings> = {
  kind: 'excel',
  label: { zh: 'Excel 工作簿（.xlsx）', en: 'Excel workbooks (.xlsx)' },
  settings,
  listDays: (given, { baseDirectory }) => listDayFolders(given, baseDirectory),
  open: async (given, context) => new ExcelConnector(given, context),
};
