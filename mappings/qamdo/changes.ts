/** How every message names its record and what became of it: the last one counts, a deletion carries the key alone. Source: the centre's interface document. */
import type { StreamContract } from '../../connectors/stream.ts';

export const CHANGES = {
  key: ['DATA_KEY'],
  deletion: [{ by: 'flag', column: 'DATA_TYPE', values: ['3'], mayBeBare: true }],
  repeated: 'last',
} as const satisfies Pick<StreamContract<'DATA_KEY' | 'DATA_TYPE'>, 'key' | 'deletion' | 'repeated'>;
