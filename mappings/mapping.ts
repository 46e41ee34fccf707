/**
 * What a mapping is: for one stream, which canonical records each raw record becomes and which columns each field takes.
 * Everything is declared, so that the audit, the mapping book and `ggzy explain` read the same rows the loader runs.
 */
import type { StreamContract } from '../connectors/stream.ts';
import type { Wording } from '../core/language.ts';
import type { Entity } from '../schemas/entity.ts';
import type { FieldValue } from '../schemas/field.ts';
import type { Reading } from '../schemas/reading.ts';
import type { CodeList } from '../schemas/values/codes.ts';
import type { IssueList } from './issues.ts';
import type { AmountNeighbour, Condition, StreamReference } from './relations.ts';

export type { AmountNeighbour, Condition, StreamReference } from './relations.ts';

export type RawValues = readonly (string | null)[];
export type Evaluate = (values: RawValues, issues: IssueList) => FieldValue;

export interface CompileContext {
  readonly system: string;
  readonly stream: string;
  /** Place of a column in the raw values. */
  readonly indexOf: (column: string) => number;
  /** National length of the field that takes the value, null where there is none. */
  readonly maxLength: number | null;
  /** The amount has a neighbour: a slip of unit is judged in company, so only what no slip explains is absurd alone. */
  readonly hasNeighbour: boolean;
}

export interface FieldRule<C extends string = string> {
  /** Columns taken, the leading one first: issues and `explain` point there. */
  readonly columns: readonly C[];
  /** How the text is read, for the mapping book and `ggzy explain`: `amount in 元`. */
  readonly reading: Wording;
  /** The list a code is read by, and the source codes that differ from it: source code → code of the list. */
  readonly codes?: { readonly list: CodeList; readonly from?: ReadonlyMap<string, string> };
  /** Unit of the figures in the source: 元, 万元. */
  readonly unit?: string;
  /** The value where no column holds it: the system implies it. */
  readonly constant?: string;
  readonly reference?: StreamReference;
  compile(context: CompileContext): Evaluate;
}

export interface ItemColumns<C extends string> {
  /** The first of them that holds anything makes the rows. */
  readonly columns: readonly C[];
  readonly separator: RegExp;
  /** How a column is cleaned before it is cut: its findings are of the whole text. */
  readonly whole?: Readonly<Partial<Record<C, (text: string) => Reading<string>>>>;
}

export interface Part<C extends string = string> {
  readonly entity: Entity;
  /** Empty where the raw record is the entity. */
  readonly role: string;
  /** Place among the parts of the role; counted on from here where `each` makes several rows. */
  readonly ordinal: number;
  readonly fields: Readonly<Record<string, FieldRule<C>>>;
  /** The part exists only where one of these fields has a value (a mention without a name is none). */
  readonly onlyWith?: readonly string[];
  /** The part exists only where this holds: one stream may hold several kinds of record. */
  readonly when?: Condition<C>;
  /**
   * Field that refers to the record of which this one is a part. A record says nothing of its kind where its parent
   * does: of the parts of a role that follow, only the one stays whose parent is there, and the first where none is.
   */
  readonly follows?: string;
  /** One row per item of these columns: each is cut at the separator, and items of one place belong together. */
  readonly each?: ItemColumns<C>;
}

export interface Mapping {
  readonly system: string;
  readonly stream: StreamContract;
  /** Counted up whenever the meaning changes; part of every row hash. */
  readonly version: number;
  readonly parts: readonly Part[];
  readonly neighbours: readonly AmountNeighbour[];
  /** Pairs of money fields of the record itself that must be of one magnitude. */
  readonly sameMagnitude: readonly (readonly [string, string])[];
}

/** Fields of an entity that a part may fill. */
type FieldRules<F extends string, C extends string> = { readonly [K in F]?: FieldRule<C> };

interface PartOptions<F extends string, C extends string> extends Pick<Part<C>, 'when' | 'each'> {
  readonly role?: string;
  readonly ordinal?: number;
  readonly onlyWith?: readonly F[];
  readonly follows?: F;
}

export function part<F extends string, C extends string>(
  entity: Entity<F>,
  fields: FieldRules<F, C>,
  options: PartOptions<NoInfer<F>, NoInfer<C>> = {},
): Part<C> {
  const given: Record<string, FieldRule<C>> = {};
  for (const name of entity.fieldNames) {
    const rule = fields[name];
    if (rule) given[name] = rule;
  }
  const { role = '', ordinal = 0, ...rest } = options;
  return { entity, role, ordinal, fields: given, ...rest };
}

/**
 * @param definition.parts those without a role are what the record *is*: one, or alternatives of which each record is one;
 *   the others are mentions inside it.
 */
export function defineMapping<C extends string>(definition: {
  system: string;
  stream: StreamContract<C>;
  version: number;
  parts: readonly Part<NoInfer<C>>[];
  neighbours?: readonly AmountNeighbour[];
  sameMagnitude?: readonly (readonly [string, string])[];
}): Mapping {
  return { ...definition, neighbours: definition.neighbours ?? [], sameMagnitude: definition.sameMagnitude ?? [] };
}
