/** Where a source is no longer what its stream declares: found by name, held until somebody answers for it. */
import type { ColumnDrift, Finding, PlannedRange, StreamDelivery } from '../connectors/connector.ts';
import type { StreamContract } from '../connectors/stream.ts';
import type { Approval, DriftKind, SourceColumn } from '../database/read/drift.ts';

export interface Drift {
  readonly system: string;
  readonly stream: string;
  readonly column: string;
  readonly kind: DriftKind;
  /** Type, or character set; null where there is none, or nobody says. */
  readonly declared: string | null;
  readonly found: string | null;
}

/** What is known of a system's columns beside its declaration. */
export interface Known {
  readonly approvals: readonly Approval[];
  readonly columns: readonly SourceColumn[];
  /** By stream: ranges of the last delivery that was read in some. */
  readonly ranges: ReadonlyMap<string, readonly PlannedRange[]>;
}

export const NOTHING_KNOWN: Known = { approvals: [], columns: [], ranges: new Map() };

/** As `ggzy approve` takes it: `egov.xx_gg.ZBJE`. */
export function driftName({ system, stream, column }: Pick<Drift, 'system' | 'stream' | 'column'>): string {
  return `${system}.${stream}.${column}`;
}

/**
 * A new column touches nothing that is declared: it is announced, and the stream is read. Anything else may change what
 * values mean.
 */
export function stopsStream({ kind }: Pick<Drift, 'kind'>): boolean {
  return kind !== 'new';
}

/** What the connector is asked for: the declaration, amended by what was approved of the stream. */
export function amendStream(stream: StreamContract, approvals: readonly Approval[]): StreamContract {
  const own = approvals.filter((approval) => approval.stream === stream.name);
  if (own.length === 0) return stream;
  const columns = { ...stream.columns };
  for (const { column, kind, found } of own) {
    const declared = columns[column];
    if (kind === 'missing' && !stream.key.includes(column)) delete columns[column];
    if (kind === 'type' && declared) columns[column] = { ...declared, type: found ?? declared.type };
    // Known, and read past.
    if (kind === 'new' && !declared) columns[column] = { type: found ?? '', label: column, ignore: 'sensitive' };
  }
  return { ...stream, columns };
}

const driftsIn = (findings: readonly Finding[]): ColumnDrift[] =>
  findings.flatMap(({ drift }) => (drift ? [drift] : []));

/** Those nobody has approved. @param delivery of the amended stream. */
export function findDrifts(
  system: string,
  stream: StreamContract,
  delivery: Pick<StreamDelivery, 'findings' | 'shape'>,
  known: Known,
): Drift[] {
  const place = { system, stream: stream.name };
  const typeOf = new Map(delivery.shape?.map(({ name, type }) => [name, type]));
  const columns = driftsIn(delivery.findings).map((drift) => {
    return { ...place, ...drift, found: drift.found ?? typeOf.get(drift.column) ?? null };
  });
  return [...columns, ...charsetDrifts(stream, delivery, known).map((drift) => ({ ...place, ...drift }))];
}

/** No interface document says what a character set is to be: it is to stay what it was. */
function charsetDrifts(
  { name, columns }: StreamContract,
  { shape = [] }: Pick<StreamDelivery, 'shape'>,
  { approvals, columns: before }: Known,
): Omit<Drift, 'system' | 'stream'>[] {
  return shape.flatMap(({ name: column, encoding }) => {
    const last = before.find((each) => each.stream === name && each.name === column)?.encoding ?? null;
    if (encoding === null || last === null || encoding === last || !Object.hasOwn(columns, column)) return [];
    const isApproved = approvals.some(
      (each) => each.kind === 'charset' && each.stream === name && each.column === column && each.found === encoding,
    );
    return isApproved ? [] : [{ column, kind: 'charset' as const, declared: last, found: encoding }];
  });
}
