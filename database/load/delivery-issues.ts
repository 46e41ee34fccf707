/** Findings about a delivery as a whole (file, sheet, table): issues too, keyed by the file, open until they are gone. */
import { RULES, isRuleId, type RuleId } from '../../schemas/rules.ts';
import type { Client, Database } from '../connection.ts';

export interface DeliveryIssue {
  /** A rule id, or a reader's own id that has no rule: then the delivery is unreadable. */
  readonly rule: string;
  readonly blocking: boolean;
  /** File, or file and place in it. */
  readonly position: string;
  readonly detail: string;
}

function ruleFor({ rule, blocking }: DeliveryIssue): RuleId | null {
  if (isRuleId(rule)) return rule;
  return blocking ? 'delivery_unreadable' : null;
}

export interface DeliveryRun {
  readonly runId: string;
  readonly system: string;
  readonly day: string;
}

/** One finding about a stream's delivery; remarks without a rule are not kept. */
export async function insertDeliveryIssue(
  client: Client,
  { runId, system, day }: DeliveryRun,
  stream: string,
  issue: DeliveryIssue,
): Promise<void> {
  const rule = ruleFor(issue);
  if (rule === null) return;
  const { severity, disposition } = RULES[rule];
  const [key = issue.position] = issue.position.split(/[!:]/);
  await client.query(
    `insert into ops.issues (id, system, stream, source_key, position, field, rule, severity, disposition, detail,
       day, first_run)
     values (md5(concat_ws(E'\\x1f', $1::text, $2::text, $3::text, $4::text))::uuid,
       $1, $2, $5, $3, '', $4, $6, $7, $8, $9, $10)
     on conflict (id) do update set closed_run = null, detail = excluded.detail`,
    [system, stream, issue.position, rule, key, severity, disposition, issue.detail, day, runId],
  );
}

export interface StreamIssues {
  readonly stream: string;
  /** A full state replaces whatever was said of deliveries before; a day of changes what was said of that day. */
  readonly replaces: 'everything' | 'its day';
  readonly issues: readonly DeliveryIssue[];
}

/** Replaces what earlier runs said about this stream's deliveries. */
export async function recordDeliveryIssues(
  database: Database,
  run: DeliveryRun,
  { stream, replaces, issues }: StreamIssues,
): Promise<void> {
  await database.transaction(async (client) => {
    await client.query(
      `update ops.issues set closed_run = $3
       where system = $1 and stream = $2 and raw_hash is null and closed_run is null and ($4::text is null or day = $4)`,
      [run.system, stream, run.runId, replaces === 'everything' ? null : run.day],
    );
    for (const issue of issues) await insertDeliveryIssue(client, run, stream, issue);
  });
}
