/** A hold as the morning report tells of it. */
import { holdName, type Hold } from '../../database/read/holds.ts';
import type { NightHold } from '../../reports/night/report.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';

export function toNightHold(hold: Hold): NightHold {
  const { guard, state, records, message, decidedBy, decidedAt, reason } = hold;
  const at = decidedAt === null ? '' : beijingTime(new Date(decidedAt)).slice(0, 16);
  const decision = decidedBy === null ? null : { by: decidedBy, at, reason: reason ?? '' };
  return { name: holdName(hold), guard, state, records, message, decision };
}
