/** Every canonical entity, parents before children: the order in which documents list them. */
import type { Entity } from './entity.ts';
import { AssetListing } from './entities/asset-listing.ts';
import { EquityListing } from './entities/equity-listing.ts';
import { ExpertSpecialty } from './entities/expert-specialty.ts';
import { Expert } from './entities/expert.ts';
import { PartyMention } from './entities/party-mention.ts';
import { Party } from './entities/party.ts';
import { ProcurementQuery } from './entities/procurement-query.ts';
import { PropertyDeal } from './entities/property-deal.ts';
import { PurchaseAward } from './entities/purchase-award.ts';
import { PurchaseBid } from './entities/purchase-bid.ts';
import { PurchaseContract } from './entities/purchase-contract.ts';
import { PurchaseNotice } from './entities/purchase-notice.ts';
import { PurchasePackage } from './entities/purchase-package.ts';
import { PurchaseProject } from './entities/purchase-project.ts';

export const ENTITIES: readonly Entity[] = [
  Party,
  PartyMention,
  Expert,
  ExpertSpecialty,
  PurchaseProject,
  PurchasePackage,
  PurchaseNotice,
  PurchaseBid,
  PurchaseAward,
  PurchaseContract,
  ProcurementQuery,
  AssetListing,
  EquityListing,
  PropertyDeal,
];

const BY_NAME = new Map(ENTITIES.map((entity) => [entity.name, entity]));

export function getEntity(name: string): Entity {
  const entity = BY_NAME.get(name);
  if (!entity) throw new Error(`no canonical entity is named ${name}`);
  return entity;
}
