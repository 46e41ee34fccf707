/** Issues of one record, collected while it is read. A rule speaks once per source column, however many fields take it. */
import { RULES, type Disposition, type RuleId, type Severity } from '../schemas/rules.ts';
import type { FieldValue } from '../schemas/field.ts';

export interface Issue {
  readonly rule: RuleId;
  /** Source column; empty when it concerns the whole record. */
  readonly column: string;
  readonly severity: Severity;
  readonly disposition: Disposition;
  /** What was loaded into the field, null for no value. Masked on the way out, never here. */
  readonly loaded: FieldValue;
  readonly detail: string | null;
}

export interface IssueOverride {
  readonly severity?: Severity;
  readonly disposition?: Disposition;
  readonly detail?: string;
}

export class IssueList {
  readonly all: Issue[] = [];
  blocking = false;

  add(rule: RuleId, column: string, loaded: FieldValue, override: IssueOverride = {}): void {
    if (this.all.some((issue) => issue.rule === rule && issue.column === column)) return;
    const definition = RULES[rule];
    const severity = override.severity ?? definition.severity;
    const disposition = override.disposition ?? definition.disposition;
    if (severity === 'blocking') this.blocking = true;
    this.all.push({ rule, column, severity, disposition, loaded, detail: override.detail ?? null });
  }

  clear(): void {
    this.all.length = 0;
    this.blocking = false;
  }
}
