/**
 * A canonical field: a zod schema plus everything the rest of the house derives from it. Values are exact text (money,
 * dates and numbers too) so that nothing is rounded between the mapping and PostgreSQL; flags are booleans.
 */
import { z } from 'zod';
import { getNationalField } from './national/fields.ts';
import type { CodeList } from './values/codes.ts';

export type FieldKind =
  | 'text'
  | 'html'
  | 'code'
  | 'codes'
  | 'identifier'
  | 'money'
  | 'decimal'
  | 'integer'
  | 'flag'
  | 'date'
  | 'timestamp'
  | 'reference';

/** How a value is masked when it is shown. `none` is public or harmless. */
export type PersonalClass =
  | 'none'
  | 'name'
  | 'party_name'
  | 'id_number'
  | 'party_code'
  | 'phone'
  | 'address'
  | 'account'
  | 'birth_date'
  | 'content';

export type FieldValue = string | boolean | null;

export interface FieldMeta {
  readonly kind: FieldKind;
  readonly label: { readonly zh: string; readonly en?: string };
  /** National counterparts, the leading one first: `550.PURCHASE_PROJECT_CODE`. */
  readonly national: readonly string[];
  readonly maxLength: number | null;
  readonly mandatory: boolean;
  readonly disclosure: 'public' | 'gov' | null;
  readonly personal: PersonalClass;
  readonly codeList: CodeList | null;
  /** Entity a reference points to. */
  readonly references: string | null;
  readonly required: boolean;
}

export interface Field {
  readonly meta: FieldMeta;
  readonly schema: z.ZodType<FieldValue>;
}

export interface FieldOptions {
  /** Label where the specification has none, or a better one. */
  readonly zh?: string;
  readonly national?: string | readonly string[];
  readonly personal?: PersonalClass;
  /** A record without it is no record. */
  readonly required?: boolean;
  /** Characters a text is held to where the specification leaves its length open; an agreement of the hand-over. */
  readonly longest?: number;
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TIMESTAMP = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?$/;
const MONEY = /^-?\d{1,18}(?:\.\d{1,6})?$/;
const DECIMAL = /^-?\d{1,14}(?:\.\d{1,10})?$/;
const INTEGER = /^-?\d{1,9}$/;
const UUID = /^[0-9a-f]{32}$/;

const SHAPES: Readonly<Record<FieldKind, z.ZodType<FieldValue>>> = {
  text: z.string(),
  html: z.string(),
  code: z.string(),
  codes: z.string(),
  identifier: z.string(),
  money: z.string().regex(MONEY),
  decimal: z.string().regex(DECIMAL),
  integer: z.string().regex(INTEGER),
  flag: z.boolean(),
  date: z.string().regex(DATE),
  timestamp: z.string().regex(TIMESTAMP),
  reference: z.string().regex(UUID),
};

function shapeOfCodes(kind: FieldKind, { codes }: CodeList): z.ZodType<FieldValue> {
  if (kind === 'code') return z.enum([...codes.keys()]);
  const one = [...codes.keys()].join('|');
  return z.string().regex(new RegExp(`^(?:${one})(?:;(?:${one}))*$`));
}

function field(kind: FieldKind, options: FieldOptions, extra: Partial<FieldMeta> = {}): Field {
  const national = typeof options.national === 'string' ? [options.national] : (options.national ?? []);
  const leading = national.map(getNationalField)[0];
  const zh = options.zh ?? leading?.label;
  if (zh === undefined) throw new Error('a field needs a Chinese label or a national counterpart');
  const meta: FieldMeta = {
    kind,
    label: { zh },
    national,
    maxLength: kind === 'text' ? (leading?.maxLength ?? options.longest ?? null) : null,
    mandatory: leading?.mandatory ?? false,
    disclosure: leading?.disclosure ?? null,
    personal: options.personal ?? 'none',
    codeList: null,
    references: null,
    required: options.required ?? false,
    ...extra,
  };
  const shape = meta.codeList ? shapeOfCodes(kind, meta.codeList) : SHAPES[kind];
  return { meta, schema: meta.required ? shape : shape.nullable() };
}

export const text = (options: FieldOptions) => field('text', options);
export const html = (options: FieldOptions) => field('html', options);
/** An identifier kept as text, also where its check digit fails. */
export const identifier = (options: FieldOptions) => field('identifier', options);
/** 元, exact decimal text. */
export const money = (options: FieldOptions) => field('money', options);
export const decimal = (options: FieldOptions) => field('decimal', options);
export const integer = (options: FieldOptions) => field('integer', options);
export const flag = (options: FieldOptions) => field('flag', options);
/** `yyyy-MM-dd`, Beijing civil time. */
export const date = (options: FieldOptions) => field('date', options);
/** `yyyy-MM-dd HH:mm:ss[.ffffff]`, Beijing civil time. */
export const timestamp = (options: FieldOptions) => field('timestamp', options);
export const code = (list: CodeList, options: FieldOptions) => field('code', options, { codeList: list });
/** Several codes of one list, joined by `;` as the national fields are. */
export const codes = (list: CodeList, options: FieldOptions) => field('codes', options, { codeList: list });
/** Canonical id of a record of another entity, computed from its source key: it may not have arrived yet. */
export const reference = (entity: string, options: FieldOptions) => field('reference', options, { references: entity });
