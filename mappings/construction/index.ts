/** 住房城乡建设厅建筑交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { bids, candidates, contracts, openings, results } from './deals.ts';
import { creditScores, enterprises, practitioners, qualifications } from './enterprises.ts';
import { experts } from './experts.ts';
import { notices, sections, tenderProjects } from './projects.ts';

export const constructionMappings: readonly Mapping[] = [
  enterprises,
  qualifications,
  practitioners,
  creditScores,
  experts,
  tenderProjects,
  sections,
  notices,
  openings,
  bids,
  candidates,
  results,
  contracts,
];
