/** How every resource names its records and their changes: the last one counts, a deletion carries the key alone. Source: the centre's interface document. */
import type { StreamContract } from '../../connectors/stream.ts';

export const CHANGES = {
  key: ['id'],
  cursor: { column: 'updateTime', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'deleted', values: ['true'], mayBeBare: true }],
  repeated: 'last',
} as const satisfies Pick<StreamContract<'id' | 'updateTime' | 'deleted'>, 'key' | 'cursor' | 'deletion' | 'repeated'>;
