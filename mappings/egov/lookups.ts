/**
 * Codes of 自治区政府办公厅电子政务中心 that differ from the canonical ones, as data. Source: the centre's interface document,
 * section Columns, the column named beside each lookup.
 */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';

/** ztk_qyjbxx.JSDM. */
export const PARTY_ROLE_OF: ReadonlyMap<string, string> = new Map([
  ['01', 'tenderer'],
  ['02', 'tender_agency'],
  ['03', 'bidder'],
  ['04', 'purchaser'],
  ['05', 'purchase_agency'],
  ['06', 'supplier'],
  ['99', 'other'],
]);

/** The value of ztk_qyjbxx.ZTLB and xy_hmd.ZTLX that says the code beside it is the ID number of a natural person. */
export const NATURAL_PERSON = '3';

/** ztk_qyjbxx.ZCZB_BZ: 156 or 1, both mean 人民币. */
export const CURRENCY_OF: ReadonlyMap<string, string> = new Map([['1', '156']]);

/** ts_jbxx.ZT of a complaint that goes to the archive of government procurement. */
export const ARCHIVED_STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['1', 'registered'],
  ['2', 'accepted'],
  ['3', 'handed_on'],
  ['4', 'closed'],
  ['5', 'refused'],
]);

/** Several winners in xx_gg.ZBRXMC; what stands in brackets belongs to the name before them. */
export const BETWEEN_WINNERS = /[、,，;；/](?![^（(]*[）)])/;

/** First character of the trade category → what owner, agency and winner of a notice are in that trade. */
const ROLES: readonly (readonly [string, { owner: string; agency: string; winner: string }])[] = [
  ['A', { owner: 'tenderer', agency: 'tender_agency', winner: 'bidder' }],
  ['B', { owner: 'transferor', agency: 'other', winner: 'land_bidder' }],
  ['C', { owner: 'transferor', agency: 'other', winner: 'land_bidder' }],
  ['D', { owner: 'purchaser', agency: 'purchase_agency', winner: 'supplier' }],
  ['E', { owner: 'transferor', agency: 'other', winner: 'transferee' }],
  ['G', { owner: 'tenderer', agency: 'tender_agency', winner: 'bidder' }],
];

function rolesInTrade(party: 'owner' | 'agency' | 'winner'): ReadonlyMap<string, string> {
  const roles = new Map(ROLES);
  return new Map(
    [...TRADE_CATEGORY.codes].flatMap(([code, { zh }]) => {
      const role = roles.get(code.charAt(0))?.[party];
      return role === undefined ? [] : [[code, role] as const, [zh, role] as const];
    }),
  );
}

/** xx_gg.JYLB, by code or text → the roles of the parties the notice names. */
export const OWNER_ROLE_OF: ReadonlyMap<string, string> = rolesInTrade('owner');
export const AGENCY_ROLE_OF: ReadonlyMap<string, string> = rolesInTrade('agency');
export const WINNER_ROLE_OF: ReadonlyMap<string, string> = rolesInTrade('winner');
