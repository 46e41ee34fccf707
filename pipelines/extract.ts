/** Reads a stream, maps each record and stages chunk after chunk: while one chunk is written the next is mapped. */
import { setImmediate } from 'node:timers/promises';
import type { Connector, RawChunk, RawRecord } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import { rowText } from '../core/row-text.ts';
import type { Database } from '../database/connection.ts';
import { moneyFields, type StreamPlan } from '../database/load/plan.ts';
import { stageChunk, StageEncoder, type StagedInput, type StagedIssue } from '../database/load/stage.ts';
import type { StageTables } from '../database/load/stage-tables.ts';
import { MappingRunner, type MappedRecord } from '../mappings/apply.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { PersonalClass } from '../schemas/field.ts';
import { RULES, isRuleId } from '../schemas/rules.ts';
import { AmountSums } from './amounts.ts';
import { personalColumns } from './plan.ts';

export interface ExtractContext {
  readonly database: Database;
  readonly connector: Connector;
  readonly mapping: Mapping;
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly runId: string;
  readonly chunkSize: number;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, quarantined: number) => void;
}

/** Records mapped before the event loop gets its turn: a few milliseconds. */
const RECORDS_PER_TURN = 128;

export interface ExtractFrom {
  readonly ord: number;
  readonly chunkNo: number;
  readonly cursor: string | null;
}

/** Position of a row, or of one of its cells where the delivery is a sheet. */
function positionOf(chunk: RawChunk, row: number, letter = ''): string {
  return `${chunk.origin}${chunk.mark}${letter}${row}`;
}

class RecordStager {
  readonly #runner: MappingRunner;
  readonly #personal: ReadonlyMap<string, PersonalClass>;
  readonly #sums: AmountSums;

  constructor({ mapping, plan }: ExtractContext) {
    this.#runner = new MappingRunner(mapping);
    this.#personal = personalColumns(mapping);
    this.#sums = new AmountSums(
      moneyFields(plan).map(({ entity, field }) => ({
        entity: entity.name,
        field,
        place: entity.fieldNames.indexOf(field),
      })),
    );
  }

  stage(chunk: RawChunk, raw: RawRecord, ord: number): StagedInput {
    const position = positionOf(chunk, raw.row);
    if (raw.skip) return this.#stageSkipped(chunk, raw, raw.skip, ord);
    const mapped = this.#runner.map(raw, position);
    const main = mapped.rows[0];
    if (main?.part === 0) this.#sums.add(main.values);
    const verdict = mapped.issues.blocking ? 'quarantined' : 'ok';
    return {
      record: {
        ord,
        sourceKey: mapped.sourceKey,
        hash: mapped.rawHash,
        deleted: mapped.deleted,
        position,
        verdict,
        text: mapped.text,
      },
      rows: mapped.rows,
      issues: this.#issues(chunk, raw, mapped),
    };
  }

  #stageSkipped(chunk: RawChunk, raw: RawRecord, skip: { rule: string; text: string }, ord: number): StagedInput {
    const position = positionOf(chunk, raw.row);
    const [workbook = chunk.origin] = chunk.origin.split('!');
    const rule = isRuleId(skip.rule) ? RULES[skip.rule] : RULES.excel_note;
    const issue: StagedIssue = {
      field: '',
      rule: skip.rule,
      severity: rule.severity,
      disposition: rule.disposition,
      loaded: null,
      personal: 'none',
      detail: null,
      position,
    };
    const sourceKey = `${workbook}!${skip.text}@${raw.row}`;
    const hash = '0'.repeat(32);
    return {
      record: { ord, sourceKey, hash, deleted: false, position, verdict: 'skipped', text: rowText(raw.values) },
      rows: [],
      issues: [issue],
    };
  }

  #issues(chunk: RawChunk, raw: RawRecord, { issues }: MappedRecord): StagedIssue[] {
    return issues.all.map(({ rule, column, severity, disposition, loaded, detail }) => {
      const letter = chunk.letters?.[this.#runner.columns.indexOf(column)] ?? '';
      const personal = this.#personal.get(column) ?? 'none';
      const position = positionOf(chunk, raw.row, letter);
      return { field: column, rule, severity, disposition, loaded, personal, detail, position };
    });
  }

  takeAmounts() {
    return this.#sums.take();
  }

  get columns(): readonly string[] {
    return this.#runner.columns;
  }
}

/** @returns how many records were staged, those before `from` included. */
export async function extractStream(context: ExtractContext, from: ExtractFrom): Promise<number> {
  const { connector, database, plan, tables, runId, chunkSize, signal, onProgress } = context;
  const stager = new RecordStager(context);
  const encoder = new StageEncoder(tables, plan);
  let ord = from.ord;
  let chunkNo = from.chunkNo;
  let writing: Promise<void> = Promise.resolve();
  const request = { stream: context.mapping.stream, columns: stager.columns, chunkSize, signal };
  const source = connector.read(from.cursor === null ? request : { ...request, after: from.cursor });
  try {
    for await (const chunk of source) {
      passFaultPoint('extract');
      signal.throwIfAborted();
      const first = ord + 1;
      let quarantined = 0;
      for (const record of chunk.records) {
        ord += 1;
        const input = stager.stage(chunk, record, ord);
        if (input.record.verdict === 'quarantined') quarantined += 1;
        encoder.add(input);
        // Lets the socket take more of the chunk before: the database works while this one is mapped.
        if (ord % RECORDS_PER_TURN === 0) await setImmediate();
      }
      await writing;
      const staged = {
        chunkNo,
        from: first,
        to: ord,
        cursor: chunk.cursor,
        amounts: stager.takeAmounts(),
        ...encoder.take(),
      };
      writing = stageChunk(database, runId, plan.stream, staged, () => passFaultPoint('stage'));
      // Awaited below; a failure in between must not count as unhandled.
      writing.catch(() => undefined);
      chunkNo += 1;
      onProgress(chunk.records.length, quarantined);
    }
  } finally {
    await writing;
  }
  return ord;
}
