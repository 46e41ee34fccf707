/**
 * `${NAME}` and `${NAME:-default}` inside the strings of the settings file, taken from the environment; or from the file
 * that NAME_FILE names, as secrets are handed to containers.
 */
import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

export interface Substituted {
  readonly value: unknown;
  /** Names without default that the environment does not have, with the key path they stand at. */
  readonly missing: readonly { readonly name: string; readonly path: string }[];
}

/** The last line break is the editor's. A file that cannot be read counts as none: the variable is then missing. */
function readSecret(file: string | undefined): string {
  if (!file) return '';
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return '';
  }
}

export function substituteEnvironment(value: unknown, environment: Environment): Substituted {
  const missing: { name: string; path: string }[] = [];
  const fill = (text: string, path: string): string =>
    text.replaceAll(REFERENCE, (_whole, name: string, fallback: string | undefined) => {
      const given = environment[name] || readSecret(environment[`${name}_FILE`]);
      // As in a shell: an empty variable counts as none.
      if (given) return given;
      if (fallback === undefined) missing.push({ name, path });
      return fallback ?? '';
    });
  const walk = (node: unknown, path: string): unknown => {
    if (typeof node === 'string') return fill(node, path);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, `${path}[${index}]`));
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, item]) => [key, walk(item, path === '' ? key : `${path}.${key}`)]);
    return Object.fromEntries(entries);
  };
  return { value: walk(value, ''), missing };
}
