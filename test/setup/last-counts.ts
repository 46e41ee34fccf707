/** The purchasing centre as if it sent changes: the last record of a key counts, a deletion may carry the key alone. */
import type { StreamContract } from '../../connectors/stream.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';
import { procurement } from '../../pipelines/systems/procurement.ts';

export function sendingChanges(stream: StreamContract): StreamContract {
  const deletion = stream.deletion.map((one) => (one.by === 'flag' ? { ...one, mayBeBare: true as const } : one));
  return { ...stream, deletion, repeated: 'last' };
}

export const changes: SystemDeclaration = {
  ...procurement,
  mappings: procurement.mappings.map((mapping) => ({ ...mapping, stream: sendingChanges(mapping.stream) })),
};
