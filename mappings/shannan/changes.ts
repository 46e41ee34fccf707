/** How every table names its rows and their changes. Source: the centre's interface document. */
import type { StreamContract } from '../../connectors/stream.ts';

export const CHANGES = {
  key: ['id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'deleted', values: ['t', 'true'] }],
} as const satisfies Pick<StreamContract<'id' | 'updated_at' | 'deleted'>, 'key' | 'cursor' | 'deletion'>;
