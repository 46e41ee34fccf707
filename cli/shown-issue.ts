/** An issue as it may be shown: what a person's value was is masked, free text about it left out. */
import { maskValue } from '../core/mask.ts';

interface IssueText {
  readonly loadedValue: string | null;
  readonly personal: string;
  readonly detail: string | null;
}

/** The database quotes the value it refuses. */
function withoutQuotations(detail: string): string {
  return detail.replaceAll(/"[^"]*"/g, '"…"');
}

export function shownIssue<T extends IssueText>(issue: T): T {
  const { loadedValue, personal, detail } = issue;
  const shownDetail = personal === 'none' && detail !== null ? withoutQuotations(detail) : null;
  return { ...issue, loadedValue: maskValue(loadedValue, personal), detail: shownDetail };
}
