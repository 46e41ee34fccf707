/** Looks at a stream's delivery once in the life of an open connector: `check`, `describe` and `read` share the look. */
import type { StreamContract } from './stream.ts';

export function oncePerStream<T>(
  survey: (stream: StreamContract) => Promise<T>,
): (stream: StreamContract) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (stream) => {
    const look = known.get(stream.name) ?? survey(stream);
    known.set(stream.name, look);
    return look;
  };
}
