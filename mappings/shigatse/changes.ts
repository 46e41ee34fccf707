/** How every file says what was changed: the later change of a key counts, a deletion carries the key alone. Source: the centre's interface document. */
import type { StreamContract } from '../../connectors/stream.ts';

export const CHANGES = {
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'BZ', values: ['D'], mayBeBare: true }],
  repeated: 'latest',
} as const satisfies Pick<StreamContract<'GXSJ' | 'BZ'>, 'cursor' | 'deletion' | 'repeated'>;
