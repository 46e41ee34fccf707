/** `ggzy review …`: what stewards decide, on sheets that go out and come back. */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { addReviewExport } from './review-export.ts';
import { addReviewImport } from './review-import.ts';
import { addReviewImports } from './review-imports.ts';
import { addReviewUndo } from './review-undo.ts';

export function addReview(program: Command, shell: Shell): void {
  const { say } = shell;
  const group = program
    .command('review')
    .description(say('身份复核：导出复核表，导入判定', 'review of identities: sheets out, decisions in'));
  addReviewExport(group, shell);
  addReviewImport(group, shell);
  addReviewImports(group, shell);
  addReviewUndo(group, shell);
}
