/** A row that is no record (a subtotal, a note): it is counted, and leaves an issue with its position. */
import type { RawRecord } from '../connectors/connector.ts';
import { rowText } from '../core/row-text.ts';
import type { StagedInput, StagedIssue } from '../database/load/stage-encoder.ts';
import { RULES, isRuleId } from '../schemas/rules.ts';
import { positionOf, type RecordPlace } from './record-place.ts';

/** It is never compared with anything. */
const NO_HASH = '0'.repeat(32);

export function skippedRecord(
  chunk: RecordPlace,
  raw: RawRecord,
  skip: { readonly rule: string; readonly text: string },
  ord: number,
): StagedInput {
  const position = positionOf(chunk, raw.row);
  const [workbook = chunk.origin] = chunk.origin.split('!');
  const { severity, disposition } = isRuleId(skip.rule) ? RULES[skip.rule] : RULES.excel_note;
  const common = { field: '', loaded: null, personal: 'none', detail: null } as const;
  const issue: StagedIssue = { ...common, rule: skip.rule, severity, disposition, position };
  const sourceKey = `${workbook}!${skip.text}@${raw.row}`;
  const state = { hash: NO_HASH, deleted: false, bare: false, verdict: 'skipped' } as const;
  return { record: { ...state, ord, sourceKey, position, text: rowText(raw.values) }, rows: [], issues: [issue] };
}
