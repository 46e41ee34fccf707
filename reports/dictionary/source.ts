/**
 * What the data dictionary and mapping book is made from: the schemas, and per system what its mappings declare. The
 * declarations come in as the registries hold them; only what the book reads is named here.
 */
import type { Language, Say, Wording } from '../../core/language.ts';
import type { Entity } from '../../schemas/entity.ts';
import type { CodeList } from '../../schemas/values/codes.ts';

/** Why no field takes a column. */
export type LeftAside = 'credential' | 'sensitive' | 'spare' | 'duplicate' | 'technical' | 'deletion';

export interface BookColumn {
  readonly type: string;
  readonly label: string;
  readonly unit?: string;
  readonly ignore?: LeftAside;
  readonly note?: Wording;
}

export type BookDeletion =
  | { readonly by: 'flag'; readonly column: string; readonly values: readonly string[] }
  | { readonly by: 'strike' }
  | { readonly by: 'absence' };

export interface BookStream {
  readonly name: string;
  readonly label: string;
  readonly version: number;
  readonly columns: Readonly<Record<string, BookColumn>>;
  readonly key: readonly string[];
  readonly cursor?: { readonly column: string; readonly kind: 'modification' | 'sequence' | 'business' };
  readonly deletion: readonly BookDeletion[];
}

export interface BookRule {
  /** The leading column first; the others help to read it. Empty for a constant. */
  readonly columns: readonly string[];
  readonly reading: Wording;
  readonly codes?: { readonly list: CodeList; readonly from?: ReadonlyMap<string, string> };
  readonly unit?: string;
  readonly constant?: string;
  readonly reference?: { readonly stream: string };
}

export interface BookPart {
  readonly entity: Entity;
  readonly role: string;
  readonly ordinal: number;
  readonly fields: Readonly<Record<string, BookRule>>;
  /** One row per item of these columns. */
  readonly each?: { readonly columns: readonly string[] };
}

/** Where the columns of a stream go; `forgotten` and `contradictory` are faults of the mapping. */
export interface BookAudit {
  readonly columns: number;
  readonly taken: readonly string[];
  readonly structural: readonly string[];
  readonly ignored: Readonly<Partial<Record<LeftAside, readonly string[]>>>;
  readonly forgotten: readonly string[];
  readonly contradictory: readonly string[];
}

export interface BookMapping {
  readonly stream: BookStream;
  readonly version: number;
  readonly parts: readonly BookPart[];
  readonly audit: BookAudit;
}

export interface BookSystem {
  readonly system: string;
  readonly label: Wording;
  /** Empty where the system is no centre and has nobody who signs. */
  readonly platformCode: string;
  readonly mappings: readonly BookMapping[];
}

export interface BookSource {
  readonly productVersion: string;
  /** `yyyy-MM-dd`, null where the day is written in by hand. */
  readonly compiledOn: string | null;
  readonly entities: readonly Entity[];
  readonly systems: readonly BookSystem[];
  /** Name of a field in the target database. */
  readonly columnName: (field: string) => string;
}

/** The language of the book. */
export interface Voice {
  readonly language: Language;
  readonly say: Say;
}
