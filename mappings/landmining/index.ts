/** 自然资源厅土地矿权交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { announcements, deals, parcels } from './land.ts';
import { miningAnnouncements, miningResults, rights } from './mining.ts';
import { bidders } from './parties.ts';

export const landminingMappings: readonly Mapping[] = [
  parcels,
  announcements,
  bidders,
  deals,
  rights,
  miningAnnouncements,
  miningResults,
];
