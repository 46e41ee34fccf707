/** 财政厅政府采购中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { awards, bids, contracts } from './deals.ts';
import { expertClasses, experts } from './experts.ts';
import { agencies, purchasers, suppliers } from './parties.ts';
import { notices, packages, projects, queries } from './projects.ts';

export const procurementMappings: readonly Mapping[] = [
  purchasers,
  agencies,
  suppliers,
  experts,
  expertClasses,
  projects,
  packages,
  notices,
  bids,
  awards,
  contracts,
  queries,
];
