/**
 * A source as it was approved. The connector is asked for the declared streams as amended by approvals; what departs
 * from those and was not approved is an error of the stream, with the name to approve it by. A column whose absence was
 * approved is delivered without a value.
 */
import type { Connector, Finding, RawChunk, RawRecord, ReadRequest, StreamDelivery } from '../connectors/connector.ts';
import type { StreamContract } from '../connectors/stream.ts';
import { amendStream, driftName, findDrifts, stopsStream, type Drift, type Known } from './drift.ts';

export interface SourceOptions {
  readonly system: string;
  readonly known: Known;
  /** Beijing time, `2020-11-30 18:00:00`: see `StreamContract.frozenAt`. */
  readonly frozenAt?: string | undefined;
}

export interface ApprovedDelivery extends StreamDelivery {
  /** Nobody has approved these. */
  readonly drifts: readonly Drift[];
}

export class ApprovedSource implements Connector {
  private readonly connector: Connector;
  private readonly options: SourceOptions;

  constructor(connector: Connector, options: SourceOptions) {
    this.connector = connector;
    this.options = options;
  }

  check(streams: readonly StreamContract[]): Promise<Finding[]> {
    return this.connector.check(streams.map((stream) => this.amend(stream)));
  }

  async describe(stream: StreamContract): Promise<ApprovedDelivery> {
    const ranges = this.options.known.ranges.get(stream.name);
    return this.judge(stream, await this.connector.describe(this.amend(stream), ranges));
  }

  async describeColumns(stream: StreamContract): Promise<ApprovedDelivery | null> {
    const delivery = await this.connector.describeColumns?.(this.amend(stream));
    return delivery ? this.judge(stream, delivery) : null;
  }

  private judge(stream: StreamContract, delivery: StreamDelivery): ApprovedDelivery {
    const { system, known } = this.options;
    const drifts = findDrifts(system, stream, delivery, known);
    const findings = delivery.findings.map((finding) => this.stopping(stream, finding));
    const charsets = drifts.filter(({ kind }) => kind === 'charset').map(charsetFinding);
    return { ...delivery, drifts, findings: [...findings, ...charsets] };
  }

  async *read(request: ReadRequest): AsyncGenerator<RawChunk, void, undefined> {
    const stream = this.amend(request.stream);
    const present = request.columns.map((name) => Object.hasOwn(stream.columns, name));
    const columns = request.columns.filter((_, place) => present[place]);
    const chunks = this.connector.read({ ...request, stream, columns });
    if (columns.length === request.columns.length) {
      yield* chunks;
      return;
    }
    for await (const chunk of chunks) {
      const letters = chunk.letters ? { letters: spread(chunk.letters, present) } : {};
      yield { ...chunk, ...letters, records: chunk.records.map((record) => spreadRecord(record, present)) };
    }
  }

  close(): Promise<void> {
    return this.connector.close();
  }

  /** What may change the meaning of values stops the stream, whatever the connector makes of it. */
  private stopping(stream: StreamContract, finding: Finding): Finding {
    const { drift } = finding;
    if (!drift || !stopsStream(drift)) return finding;
    const name = driftName({ system: this.options.system, stream: stream.name, column: drift.column });
    return stream.key.includes(drift.column) && drift.kind === 'missing'
      ? finding
      : { ...finding, level: 'error', next: withApproval(finding.next, name) };
  }

  private amend(stream: StreamContract): StreamContract {
    const { known, frozenAt } = this.options;
    const amended = amendStream(stream, known.approvals);
    return frozenAt === undefined ? amended : { ...amended, frozenAt };
  }
}

function spread(values: readonly (string | null)[], present: readonly boolean[]): (string | null)[] {
  let next = 0;
  return present.map((isThere) => (isThere ? (values[next++] ?? null) : null));
}

function spreadRecord(record: RawRecord, present: readonly boolean[]): RawRecord {
  return { ...record, values: spread(record.values, present) };
}

const WORDS = {
  new: ['新增列', 'is new'],
  missing: ['列缺失', 'is missing'],
  type: ['列类型改变', 'changed its type'],
  charset: ['列字符集改变', 'changed its character set'],
} as const;

/** `列类型改变：varchar(20) → text`. */
export function describeDrift({ kind, declared, found }: Drift): { readonly zh: string; readonly en: string } {
  const [zh, en] = WORDS[kind];
  const change = declared !== null && found !== null ? `${declared} → ${found}` : (found ?? '');
  return { zh: change === '' ? zh : `${zh}：${change}`, en: change === '' ? en : `${en}: ${change}` };
}

function withApproval(next: Finding['next'], name: string): NonNullable<Finding['next']> {
  const command = `ggzy approve ${name} --as 姓名 --reason 理由`;
  const [zh, en] = [`确认无碍则执行：${command}`, `Where it does no harm: ${command}`];
  return next ? { zh: `${next.zh}${zh}`, en: `${next.en} ${en}` } : { zh, en };
}

function charsetFinding(drift: Drift): Finding {
  const { stream, column, kind, declared, found } = drift;
  const { zh, en } = describeDrift(drift);
  const next = {
    zh: '抽查几条记录，确认汉字正确。',
    en: 'Look at some records: is the Chinese right?',
  };
  return {
    level: 'error',
    rule: 'column_charset_changed',
    stream,
    position: stream,
    message: { zh: `${stream}：${column} ${zh}`, en: `${stream}: column ${column} ${en}` },
    next: withApproval(next, driftName(drift)),
    drift: { column, kind, declared, found },
  };
}
