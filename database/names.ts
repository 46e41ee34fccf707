/** Names in the target. The only place where camelCase becomes snake_case. */
import type { Entity } from '../schemas/entity.ts';

export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function canonicalTable(entity: Pick<Entity, 'table'>): string {
  return `canonical.${entity.table}`;
}

/** Raw tables keep the spelling of the interface documents, Chinese sheet names included. */
export function rawTableName(system: string, stream: string): string {
  return `${system}_${stream}`.toLowerCase();
}

export function rawTable(system: string, stream: string): string {
  return `raw.${quoteName(rawTableName(system, stream))}`;
}

export function columnList(names: readonly string[], prefix = ''): string {
  return names.map((name) => prefix + quoteName(name)).join(', ');
}
