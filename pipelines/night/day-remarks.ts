/** What is to be said of a day itself: that it came behind later ones, or came again with nothing new. */
import type { Database } from '../../database/connection.ts';
import { recordDeliveryIssues, type DeliveryIssue } from '../../database/load/delivery-issues.ts';

export interface TakenDay {
  readonly system: string;
  /** Empty for a source that is read as it stands: then nothing is said. */
  readonly day: string;
  /** A later day was taken before this one ever was. */
  readonly late: boolean;
  /** Everything of it was taken before. */
  readonly repeated: boolean;
}

async function lastRunOf(database: Database, { system, day }: TakenDay): Promise<string | null> {
  const [row] = await database.query(
    'select run_id from ops.runs where system = $1 and day = $2 order by seq desc limit 1',
    [system, day],
  );
  return row?.['run_id'] ?? null;
}

/** Kept as issues under no stream; what was said of the day before is over where the day comes without it. */
export async function recordDayRemarks(database: Database, taken: TakenDay): Promise<void> {
  const { system, day, late, repeated } = taken;
  const runId = day === '' ? null : await lastRunOf(database, taken);
  if (runId === null) return;
  const remark = (rule: 'day_late' | 'day_repeated', detail: string): DeliveryIssue => {
    return { rule, blocking: false, position: day, detail };
  };
  const issues = [
    ...(late ? [remark('day_late', `${day} 晚于此后的日期到达`)] : []),
    ...(repeated ? [remark('day_repeated', `${day} 重复交付，内容相同`)] : []),
  ];
  if (issues.length === 0) return;
  await recordDeliveryIssues(database, { runId, system, day }, { stream: '', replaces: 'its day', issues });
}
