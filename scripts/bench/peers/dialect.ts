/** A system as it would be declared had its tables stood in a database of another kind: the same columns, types renamed. */
import type { ColumnContract } from '../../../connectors/stream.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';

const MYSQL: Readonly<Record<string, string>> = { timestamp: 'datetime', boolean: 'tinyint(1)', uuid: 'char(36)' };

function renamed(columns: Readonly<Record<string, ColumnContract>>): Record<string, ColumnContract> {
  const entries = Object.entries(columns).map(([name, column]) => {
    return [name, { ...column, type: MYSQL[column.type] ?? column.type }] as const;
  });
  return Object.fromEntries(entries);
}

export function declaredFor(declaration: SystemDeclaration, kind: string): SystemDeclaration {
  if (kind !== 'mysql') return declaration;
  const mappings = declaration.mappings.map((mapping): Mapping => {
    return { ...mapping, stream: { ...mapping.stream, columns: renamed(mapping.stream.columns) } };
  });
  return { ...declaration, mappings };
}
