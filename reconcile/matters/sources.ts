/**
 * Canonical entities whose records belong to matters, and the fields that tell to which. Bids, candidates, openings and
 * evaluation experts are not listed: they hang on their section by reference and are reached through it.
 */
import type { MatterRole } from './contract.ts';

/** What is traded, as the first letter of the national trade categories has it: works, land, mining, purchase, property. */
export type Trade = 'A' | 'B' | 'C' | 'D' | 'E';

export interface MatterSource {
  readonly entity: string;
  readonly role: MatterRole;
  /** Which part of a raw record it is; empty: the record itself. */
  readonly part: string;
  readonly trade: Trade | null;
  /** References to the record it is a part of. */
  readonly parents: readonly string[];
  /** Its own number: no other record of its kind bears it. */
  readonly ownNumber: string | null;
  /** Numbers by which it names another record. */
  readonly namedNumbers: readonly string[];
  readonly investmentCode: string | null;
  readonly names: readonly string[];
  /** HTML in which a number is said in words (项目编号：…). */
  readonly body: string | null;
  readonly owner: string | null;
  readonly division: string | null;
  readonly tradeCategory: string | null;
  readonly amount: string | null;
  readonly day: string | null;
  /** The name is that of a thing sold, not of the undertaking: a notice may call it otherwise. */
  readonly namesThing: boolean;
}

const NOTHING = {
  part: '',
  trade: null,
  parents: [],
  ownNumber: null,
  namedNumbers: [],
  investmentCode: null,
  names: [],
  body: null,
  owner: null,
  division: null,
  tradeCategory: null,
  amount: null,
  day: null,
  namesThing: false,
} as const;

function source(entity: string, role: MatterRole, fields: Partial<MatterSource> = {}): MatterSource {
  return { ...NOTHING, ...fields, entity, role };
}

const part = (entity: string, role: MatterRole, parent: string): MatterSource =>
  source(entity, role, { parents: [parent] });

const TENDER: Partial<MatterSource> = {
  trade: 'A',
  parents: ['projectId'],
  ownNumber: 'selfCode',
  investmentCode: 'investmentCode',
  names: ['name'],
  owner: 'tendererName',
  division: 'divisionCode',
  tradeCategory: 'tradeCategory',
  amount: 'estimate',
  day: 'establishedOn',
};

const PURCHASE: Partial<MatterSource> = {
  trade: 'D',
  ownNumber: 'code',
  investmentCode: 'investmentCode',
  names: ['name'],
  owner: 'purchaserName',
  division: 'divisionCode',
  amount: 'budget',
  day: 'createdAt',
};

export const MATTER_SOURCES: readonly MatterSource[] = [
  source('project', 'investment', {
    ownNumber: 'internalNumber',
    investmentCode: 'investmentCode',
    names: ['name'],
    owner: 'ownerName',
    division: 'divisionCode',
    amount: 'totalInvestment',
    day: 'establishedOn',
  }),
  source('tender_plan', 'approval', {
    parents: ['projectId'],
    ownNumber: 'number',
    names: ['name'],
    day: 'approvedOn',
  }),
  source('tender_project', 'tender', TENDER),
  // A row of a lot that repeats its project: the project is a part of the row, and the lot a part of the project.
  source('tender_project', 'tender', { ...TENDER, part: 'project' }),
  source('purchase_project', 'purchase', PURCHASE),
  source('purchase_project', 'purchase', { ...PURCHASE, part: 'project' }),
  source('land_parcel', 'parcel', {
    trade: 'B',
    ownNumber: 'code',
    names: ['projectName'],
    division: 'divisionCode',
    day: 'createdAt',
  }),
  source('mining_right', 'right', {
    trade: 'C',
    ownNumber: 'licenceNumber',
    names: ['name'],
    division: 'divisionCode',
    day: 'validFrom',
  }),
  source('asset_listing', 'listing', {
    trade: 'E',
    ownNumber: 'code',
    names: ['name'],
    owner: 'sellerName',
    day: 'listedOn',
    namesThing: true,
  }),
  source('equity_listing', 'listing', {
    trade: 'E',
    ownNumber: 'code',
    names: ['companyName'],
    owner: 'sellerName',
    day: 'listedOn',
    namesThing: true,
  }),
  part('section', 'section', 'tenderProjectId'),
  part('purchase_package', 'section', 'projectId'),
  part('tender_notice', 'notice', 'tenderProjectId'),
  part('purchase_notice', 'notice', 'projectId'),
  part('tender_clarification', 'notice', 'tenderProjectId'),
  // An announcement of several parcels is one part per parcel, each of which belongs to the matter of its parcel.
  source('announced_parcel', 'notice', { part: 'parcel', trade: 'B', namedNumbers: ['parcelCode'] }),
  part('mining_announcement', 'notice', 'rightId'),
  source('published_notice', 'notice', {
    namedNumbers: ['projectNumber'],
    names: ['projectName', 'title'],
    body: 'body',
    owner: 'ownerName',
    division: 'divisionCode',
    tradeCategory: 'tradeCategory',
    day: 'publishedAt',
  }),
  part('tender_result', 'result', 'sectionId'),
  part('purchase_award', 'result', 'packageId'),
  part('land_deal', 'result', 'parcelId'),
  part('mining_result', 'result', 'rightId'),
  source('property_deal', 'result', { parents: ['assetListingId', 'equityListingId'] }),
  part('tender_contract', 'contract', 'sectionId'),
  part('purchase_contract', 'contract', 'packageId'),
  source('complaint', 'complaint', {
    parents: ['projectId'],
    namedNumbers: ['projectNumber'],
    names: ['projectName'],
    tradeCategory: 'tradeCategory',
    day: 'filedOn',
  }),
  part('procurement_query', 'complaint', 'projectId'),
];

/** Fields to read of a source; what it declares, without what every record has. */
export function fieldsOf(of: MatterSource): string[] {
  const single = [of.ownNumber, of.investmentCode, of.body, of.owner, of.division, of.tradeCategory, of.amount, of.day];
  return [...of.parents, ...of.namedNumbers, ...of.names, ...single.filter((field) => field !== null)];
}

/** Roles that stand for an undertaking of their own: two of one role under one name are two undertakings. */
export const HEAD_ROLES: ReadonlySet<MatterRole> = new Set([
  'investment',
  'tender',
  'purchase',
  'parcel',
  'right',
  'listing',
]);
