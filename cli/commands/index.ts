/** Every command, in the order help lists them. */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { addApprove } from './approve.ts';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { addDocs } from './docs.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addHolds } from './holds.ts';
import { addInit } from './init.ts';
import { addIssues } from './issues.ts';
import { addMigrate } from './migrate.ts';
import { addPlan } from './plan.ts';
import { addQuarantine } from './quarantine.ts';
import { addRefuse } from './refuse.ts';
import { addReport } from './report.ts';
import { addReview } from './review.ts';
import { addReconcile } from './reconcile.ts';
import { addSync } from './sync.ts';
import { addRuns } from './runs.ts';
import { addServe } from './serve.ts';
import { addStatus } from './status.ts';

export const COMMANDS: readonly ((program: Command, shell: Shell) => void)[] = [
  addInit,
  addCheck,
  addPlan,
  addApprove,
  addMigrate,
  addSync,
  addServe,
  addRuns,
  addHolds,
  addRefuse,
  addStatus,
  addReconcile,
  addIssues,
  addQuarantine,
  addReview,
  addExplain,
  addExport,
  addReport,
  addBackup,
  addDocs,
];
