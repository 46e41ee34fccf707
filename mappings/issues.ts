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
    const blocking = severity === 'blocking';
    if (blocking) this.blocking = true;
    // A record that waits loads nothing: the value that stopped it is a detail of the finding.
    const detail = override.detail ?? (blocking && loaded !== null ? String(loaded) : null);
    this.all.push({ rule, column, severity, disposition, loaded: blocking ? null : loaded, detail });
  }

  clear(): void {
    this.all.length = 0;
    this.blocking = false;
  }
}
