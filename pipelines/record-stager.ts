/** Turns raw records into what is staged: mapped rows, issues with positions and masking class, sums of amounts. */
import type { RawRecord } from '../connectors/connector.ts';
import { moneyFields, type StreamPlan } from '../database/load/plan.ts';
import { StageEncoder, type StagedInput, type StagedIssue } from '../database/load/stage-encoder.ts';
import type { EncodedChunk } from '../database/load/isolate.ts';
import type { StageTables } from '../database/load/stage-tables.ts';
import { MappingRunner, type IdentifiedRecord, type MappedRecord } from '../mappings/apply.ts';
import { AmountReader, readsAmountsAlone } from '../mappings/amounts.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { PersonalClass } from '../schemas/field.ts';
import { AmountSums } from './amounts.ts';
import { personalColumns } from './plan.ts';
import { positionOf, type RecordPlace } from './record-place.ts';
import { skippedRecord } from './skipped-record.ts';

/** A chunk ready to be staged: bytes for COPY and what the ledger keeps. */
export interface MappedChunk {
  readonly encoded: EncodedChunk;
  /** Canonical rows among them. */
  readonly canonical: number;
  readonly quarantined: number;
  readonly amounts: readonly { readonly entity: string; readonly field: string; readonly amount: string }[];
}

/** The money of a record can be summed without mapping the record. */
export function amountsStandAlone(mapping: Mapping, plan: StreamPlan): boolean {
  return moneyFields(plan).length === 0 || readsAmountsAlone(mapping);
}

export class RecordStager {
  readonly #runner: MappingRunner;
  readonly #personal: ReadonlyMap<string, PersonalClass>;
  readonly #named: ConstructorParameters<typeof AmountSums>[0];
  readonly #sums: AmountSums;
  readonly #parts: StreamPlan['parts'];
  readonly #encoder: StageEncoder;
  readonly #amounts: AmountReader | null;
  /** The record's own entity. */
  readonly #main: string;
  #quarantined = 0;

  constructor(mapping: Mapping, plan: StreamPlan, tables: StageTables) {
    this.#runner = new MappingRunner(mapping);
    this.#personal = personalColumns(mapping);
    this.#encoder = new StageEncoder(tables, plan);
    this.#parts = plan.parts;
    this.#main = plan.parts[0]?.entity.name ?? '';
    const money = moneyFields(plan);
    this.#amounts = money.length > 0 && readsAmountsAlone(mapping) ? new AmountReader(mapping) : null;
    this.#named = money.map(({ entity, field }) => ({
      entity: entity.name,
      field,
      place: entity.fieldNames.indexOf(field),
    }));
    this.#sums = this.emptySums();
  }

  /** Sums of the same amounts as those of the records that are added, to be kept apart from them. */
  emptySums(): AmountSums {
    return new AmountSums(this.#named);
  }

  identify(chunk: RecordPlace, raw: RawRecord): IdentifiedRecord {
    return this.#runner.identify(raw, positionOf(chunk, raw.row));
  }

  /**
   * @param ord number of the record in its stream, counted from 1.
   * @param identified where that was done before.
   */
  add(chunk: RecordPlace, raw: RawRecord, ord: number, identified = this.identify(chunk, raw)): void {
    const input = raw.skip ? skippedRecord(chunk, raw, raw.skip, ord) : this.#mapped(chunk, raw, ord, identified);
    if (input.record.verdict === 'quarantined') this.#quarantined += 1;
    this.#encoder.add(input);
  }

  /**
   * Sums the amounts of a record and nothing else of it: all that counts of one whose rows stand in the target.
   * @param sums of `emptySums`.
   */
  addAmounts(sums: AmountSums, values: RawRecord['values']): void {
    if (this.#amounts) sums.add(this.#main, this.#amounts.read(values));
  }

  /** Takes back what `addAmounts` added. */
  subtractAmounts(sums: AmountSums, values: RawRecord['values']): void {
    if (this.#amounts) sums.subtract(this.#main, this.#amounts.read(values));
  }

  /**
   * Hands over what came together and starts anew.
   * @param settled sums of records that were not added, where there are any.
   */
  take(settled?: AmountSums): MappedChunk {
    if (settled) this.#sums.addAll(settled);
    const quarantined = this.#quarantined;
    this.#quarantined = 0;
    return { ...this.#encoder.take(), quarantined, amounts: this.#sums.take() };
  }

  /** Takes back the bytes of a chunk, once they are written. */
  reuse({ encoded }: Pick<MappedChunk, 'encoded'>): void {
    this.#encoder.reuse(encoded);
  }

  #mapped(chunk: RecordPlace, raw: RawRecord, ord: number, identified: IdentifiedRecord): StagedInput {
    const position = positionOf(chunk, raw.row);
    const mapped = this.#runner.mapIdentified(raw, identified);
    for (const { part, values } of mapped.rows) {
      const planned = this.#parts[part];
      if (planned?.role === '') this.#sums.add(planned.entity.name, values);
    }
    const { sourceKey, rawHash: hash, deleted, bare, text, rows, issues } = mapped;
    const verdict = issues.blocking ? 'quarantined' : 'ok';
    return {
      record: { ord, sourceKey, hash, deleted, bare, position, verdict, text },
      rows,
      issues: this.#issues(chunk, raw, mapped),
    };
  }

  #issues(chunk: RecordPlace, raw: RawRecord, { issues }: MappedRecord): StagedIssue[] {
    return issues.all.map(({ rule, column, severity, disposition, loaded, detail }) => {
      const letter = chunk.letters?.[this.#runner.columns.indexOf(column)] ?? '';
      const personal = this.#personal.get(column) ?? 'none';
      const position = positionOf(chunk, raw.row, letter);
      return { field: column, rule, severity, disposition, loaded, personal, detail, position };
    });
  }
}
