/** Comparing the columns of a delivery with those a stream is declared to have. */
import { SourceError } from '../core/errors.ts';
import type { Finding, ReadRequest } from './connector.ts';
import { errorFinding, infoFinding, warningFinding } from './findings.ts';
import { WITHHELD, type ColumnContract, type StreamContract } from './stream.ts';

export interface DeliveredColumns {
  readonly names: readonly string[];
  /** File, or file and sheet. */
  readonly position: string;
}

/** Every difference: a missing column is an error, a new one a warning, a repeated one an error. */
export function compareColumns(stream: StreamContract, { names, position }: DeliveredColumns): Finding[] {
  const delivered = new Set(names);
  const declared = Object.entries(stream.columns);
  const missing = declared.filter(([name]) => !delivered.has(name));
  const unknown = [...delivered].filter((name) => !Object.hasOwn(stream.columns, name));
  const repeated = [...delivered].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const at = { stream: stream.name, position };
  return [
    ...missing.map(([name, column]) => missingColumn(name, column, { ...at, names })),
    ...unknown.map((name) => newColumn(name, at)),
    ...repeated.map((name) => repeatedColumn(name, at)),
  ];
}

interface At {
  readonly stream: string;
  readonly position: string;
}

export function missingColumn(name: string, column: ColumnContract, found: At & { names: readonly string[] }): Finding {
  const { names, ...at } = found;
  const list = names.length > 0 ? names.join('、') : '（无）';
  const input = {
    ...at,
    rule: 'missing_column',
    drift: { column: name, kind: 'missing' as const, declared: column.type, found: null },
    message: { zh: `${at.position}：列 ${name} 缺失`, en: `${at.position}: column ${name} is missing` },
    next: {
      zh: `请移交单位补齐该列后重新提供；现有表头：${list}。`,
      en: `Ask for the column to be delivered; the header has: ${list}.`,
    },
  };
  // What must never be kept is better not delivered at all.
  if (column.ignore === undefined || !WITHHELD.has(column.ignore)) return errorFinding(input);
  const { drift: _, ...withheld } = input;
  return infoFinding(withheld);
}

export function newColumn(name: string, at: At): Finding {
  return warningFinding({
    ...at,
    rule: 'new_column',
    drift: { column: name, kind: 'new', declared: null, found: null },
    message: {
      zh: `${at.position}：出现未登记的列 ${name}，未读取`,
      en: `${at.position}: column ${name} is not declared and is left aside`,
    },
    next: { zh: '确认其含义后登记到该数据流的列定义。', en: 'Declare it in the stream once its meaning is known.' },
  });
}

function repeatedColumn(name: string, at: At): Finding {
  return errorFinding({
    ...at,
    rule: 'repeated_column',
    message: { zh: `${at.position}：列名 ${name} 重复`, en: `${at.position}: column ${name} stands twice` },
    next: { zh: '请移交单位更正表头后重新提供。', en: 'Ask for the header to be corrected.' },
  });
}

/** A column that was asked for and is not there must never pass for one that is empty. */
export function requireColumns({ stream, columns }: ReadRequest, delivered: readonly string[], position: string): void {
  const absent = columns.filter((name) => !delivered.includes(name));
  if (absent.length === 0) return;
  throw new SourceError(`${position}：列 ${absent.join('、')} 缺失`, {
    position,
    next: `核对数据流 ${stream.name} 的列定义；现有的列：${delivered.join('、')}。`,
  });
}
