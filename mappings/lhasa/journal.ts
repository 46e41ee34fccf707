/** What every table of the exchange database has, being a journal. Source: the centre's interface document. */
import type { ColumnContract, StreamContract } from '../../connectors/stream.ts';

export const JOURNAL_COLUMNS = {
  OP_SEQ: { type: 'bigint', label: '操作序号', ignore: 'technical' },
  OP_TYPE: { type: 'char(1)', label: '操作类型', ignore: 'deletion' },
  OP_TIME: { type: 'datetime', label: '操作时间' },
  SYNC_FLAG: { type: 'char(1)', label: '同步标志', ignore: 'technical' },
} as const satisfies Readonly<Record<string, ColumnContract>>;

/** The last change of a key by its number counts; a deletion carries the key alone, and when it was made. */
export const JOURNAL = {
  cursor: { column: 'OP_SEQ', kind: 'sequence' },
  deletion: [{ by: 'flag', column: 'OP_TYPE', values: ['D'], mayBeBare: true, beside: ['OP_TIME'] }],
  repeated: 'last',
} as const satisfies Pick<StreamContract<keyof typeof JOURNAL_COLUMNS>, 'cursor' | 'deletion' | 'repeated'>;
