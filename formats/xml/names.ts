/** Names of elements, without prefix. Source: XML 1.0, productions 4 and 5; letters of every script, as there. */
import { FormatError } from '../format-error.ts';
import { BAD_NAME } from './faults.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;

/** Throws FormatError on what cannot be a name: most often a `<` inside a text that was not escaped. */
export function requireName(name: string): void {
  if (!NAME.test(name)) throw new FormatError(BAD_NAME);
}
