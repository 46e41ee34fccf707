/** The key of a record as it may be shown: some systems know a person by nothing but an ID number. */
import { maskValue } from '../core/mask.ts';
import type { Row } from '../database/connection.ts';
import { personalColumns } from '../pipelines/plan.ts';
import { findSystem } from '../pipelines/registry.ts';

export interface RecordName {
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  /** Where it stood: the name of a record that has no key of its own. */
  readonly position?: string;
}

/** Compound keys are joined by it. */
const SEPARATOR = '|';
const classes = new Map<string, readonly string[]>();

/** Classes of the columns of the key; of a stream nobody declares any more nothing is known. */
function classesOf({ system, stream }: RecordName): readonly string[] {
  const name = `${system} ${stream}`;
  const known = classes.get(name);
  if (known) return known;
  const mapping = findSystem(system)?.mappings.find((candidate) => candidate.stream.name === stream);
  const personal = mapping && personalColumns(mapping);
  const found = mapping ? mapping.stream.key.map((column) => personal?.get(column) ?? 'none') : ['content'];
  classes.set(name, found);
  return found;
}

/** Every part of the key is masked as its column is. */
export function shownKey(record: RecordName): string {
  const personal = classesOf(record);
  const { sourceKey, position } = record;
  if (sourceKey === position || personal.every((one) => one === 'none')) return sourceKey;
  const [first = 'content'] = personal;
  if (personal.length === 1) return maskValue(sourceKey, first);
  const parts = sourceKey.split(SEPARATOR);
  if (parts.length !== personal.length) return maskValue(sourceKey, 'content');
  return parts.map((part, index) => maskValue(part, personal[index] ?? 'content')).join(SEPARATOR);
}

/** @returns a copy under the key that may be shown. */
export function underShownKey<T extends RecordName>(record: T): T {
  return { ...record, sourceKey: shownKey(record) };
}

/** Of a row as the target has it. */
export function shownKeyOf(row: Row): string {
  const text = (name: string): string => row[name] ?? '';
  const [system, stream, sourceKey] = [text('system'), text('stream'), text('source_key')];
  return shownKey({ system, stream, sourceKey, position: text('position') });
}
