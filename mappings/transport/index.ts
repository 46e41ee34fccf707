/** 交通运输厅招投标中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { bids, results } from './deals.ts';
import { evaluationExperts } from './experts.ts';
import { bidders, ratings } from './parties.ts';
import { notices, projects, sections } from './projects.ts';

export const transportMappings: readonly Mapping[] = [
  projects,
  sections,
  notices,
  bidders,
  bids,
  evaluationExperts,
  results,
  ratings,
];
