/** 自治区政府办公厅电子政务中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { complaints } from './complaints.ts';
import { creditRecords } from './credit.ts';
import { attachments, notices } from './notices.ts';
import { locks, nameChanges, parties } from './parties.ts';

export const egovMappings: readonly Mapping[] = [
  parties,
  nameChanges,
  locks,
  notices,
  attachments,
  creditRecords,
  complaints,
];
