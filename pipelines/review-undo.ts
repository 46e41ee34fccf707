/** Takes a whole imported sheet back, unless what would count again contradicts what has been judged since. */
import { ConfigurationError } from '../core/errors.ts';
import type { Client, Database } from '../database/connection.ts';
import { findImport, readImportUndo, undoImport, type ImportUndo } from '../database/identity/imports.ts';
import { readLiveJudgements, type Closing } from '../database/identity/judgements.ts';
import { JudgementGraph } from '../reconcile/judgements/graph.ts';
import { describeContradiction } from '../reconcile/judgements/refusals.ts';

export interface UndoOutcome {
  readonly closed: number;
  /** Judgements the import had superseded and that count again, as new rows. */
  readonly restored: number;
  /** Judgements of the import that others have superseded since: nothing to take back. */
  readonly overtaken: number;
}

async function requireOpenImport(database: Database, id: string) {
  const found = await findImport(database, id);
  if (found && found.undoneBy === null) return found;
  const state = found ? `已由 ${found.undoneBy} 撤回 / was taken back by ${found.undoneBy}` : '不存在 / does not exist';
  throw new ConfigurationError(`导入 / import ${id} ${state}`, {
    next: '用 ggzy review imports 查看编号 / see the ids with ggzy review imports',
  });
}

/** A judgement that counts again is checked as one that is made now. */
async function refuseContradictions(client: Client, { closing, restoring }: ImportUndo): Promise<void> {
  const kind = closing[0]?.kind;
  if (kind === undefined) return;
  const closed = new Set(closing.map(({ id }) => id));
  const graph = new JudgementGraph((await readLiveJudgements(client, kind)).filter(({ id }) => !closed.has(id)));
  for (const judgement of restoring) {
    const path = graph.findContradiction(judgement.left, judgement.right, judgement.verdict);
    if (path) {
      const { zh, en } = describeContradiction(path);
      throw new ConfigurationError(`不能恢复判定 #${judgement.id}：${zh} / judgement #${judgement.id} ${en}`, {
        next: '先用 ggzy reconcile judge 改正其中错误的一条 / judge the wrong one of them again first',
      });
    }
    graph.put(judgement);
  }
}

/** @throws ConfigurationError for an import that is not there or was taken back, and for contradictions: nothing is written. */
export async function undoReview(database: Database, importId: string, closing: Closing): Promise<UndoOutcome> {
  const { kind } = await requireOpenImport(database, importId);
  return database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ggzy judge ${kind}`]);
    const undo = await readImportUndo(client, importId);
    await refuseContradictions(client, undo);
    await undoImport(client, importId, undo, closing);
    return { closed: undo.closing.length, restored: undo.restoring.length, overtaken: undo.overtaken };
  });
}
