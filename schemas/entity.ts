/** A canonical entity: one file each in `entities/`, from which columns, validation, masking and documents derive. */
import { z } from 'zod';
import type { Field, FieldValue } from './field.ts';

export interface Entity<F extends string = string> {
  /** `purchase_project`: in commands and exports. */
  readonly name: string;
  /** Table in the schema `canonical`. */
  readonly table: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** National data sets it feeds. */
  readonly dataSets: readonly string[];
  readonly fields: Readonly<Record<F, Field>>;
  readonly fieldNames: readonly F[];
  /** Compiled once; strict, so a mapping cannot smuggle in a value no field declares. */
  readonly schema: { safeParse(record: unknown): z.ZodSafeParseResult<unknown> };
}

export type CanonicalValues = Readonly<Record<string, FieldValue>>;

export function defineEntity<const F extends string>(definition: {
  name: string;
  table: string;
  zh: string;
  en: string;
  dataSets: readonly string[];
  fields: Readonly<Record<F, Field>>;
}): Entity<F> {
  const fieldNames = Object.keys(definition.fields) as F[];
  const shape = Object.fromEntries(fieldNames.map((name) => [name, definition.fields[name].schema]));
  return {
    name: definition.name,
    table: definition.table,
    label: { zh: definition.zh, en: definition.en },
    dataSets: definition.dataSets,
    fields: definition.fields,
    fieldNames,
    schema: z.compile(z.strictObject(shape)),
  };
}
