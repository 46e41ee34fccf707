/** Every canonical entity, parents before children: the order in which documents list them. */
import type { Entity } from './entity.ts';
import { AnnouncedParcel } from './entities/announced-parcel.ts';
import { AssetListing } from './entities/asset-listing.ts';
import { Attachment } from './entities/attachment.ts';
import { BidOpening } from './entities/bid-opening.ts';
import { BlacklistEntry } from './entities/blacklist-entry.ts';
import { CaLock } from './entities/ca-lock.ts';
import { CatalogueItem } from './entities/catalogue-item.ts';
import { Complaint } from './entities/complaint.ts';
import { CreditRating } from './entities/credit-rating.ts';
import { CreditRecord } from './entities/credit-record.ts';
import { EquityListing } from './entities/equity-listing.ts';
import { EvaluationExpert } from './entities/evaluation-expert.ts';
import { Expert } from './entities/expert.ts';
import { ExpertRecusal } from './entities/expert-recusal.ts';
import { ExpertSpecialty } from './entities/expert-specialty.ts';
import { LandAnnouncement } from './entities/land-announcement.ts';
import { LandDeal } from './entities/land-deal.ts';
import { LandParcel } from './entities/land-parcel.ts';
import { MiningAnnouncement } from './entities/mining-announcement.ts';
import { MiningResult } from './entities/mining-result.ts';
import { MiningRight } from './entities/mining-right.ts';
import { Party } from './entities/party.ts';
import { PartyMention } from './entities/party-mention.ts';
import { PartyNameChange } from './entities/party-name-change.ts';
import { PartyQualification } from './entities/party-qualification.ts';
import { Practitioner } from './entities/practitioner.ts';
import { ProcurementQuery } from './entities/procurement-query.ts';
import { Project } from './entities/project.ts';
import { PropertyDeal } from './entities/property-deal.ts';
import { PublishedNotice } from './entities/published-notice.ts';
import { PurchaseAward } from './entities/purchase-award.ts';
import { PurchaseBid } from './entities/purchase-bid.ts';
import { PurchaseContract } from './entities/purchase-contract.ts';
import { PurchaseNotice } from './entities/purchase-notice.ts';
import { PurchasePackage } from './entities/purchase-package.ts';
import { PurchaseProject } from './entities/purchase-project.ts';
import { Section } from './entities/section.ts';
import { TenderBid } from './entities/tender-bid.ts';
import { TenderCandidate } from './entities/tender-candidate.ts';
import { TenderClarification } from './entities/tender-clarification.ts';
import { TenderContract } from './entities/tender-contract.ts';
import { TenderNotice } from './entities/tender-notice.ts';
import { TenderPlan } from './entities/tender-plan.ts';
import { TenderProject } from './entities/tender-project.ts';
import { TenderResult } from './entities/tender-result.ts';

export const ENTITIES: readonly Entity[] = [
  Party,
  PartyMention,
  PartyNameChange,
  PartyQualification,
  Practitioner,
  CaLock,
  Expert,
  ExpertSpecialty,
  ExpertRecusal,
  Project,
  TenderPlan,
  TenderProject,
  Section,
  TenderNotice,
  TenderClarification,
  BidOpening,
  TenderBid,
  EvaluationExpert,
  TenderCandidate,
  TenderResult,
  TenderContract,
  PurchaseProject,
  PurchasePackage,
  PurchaseNotice,
  PurchaseBid,
  PurchaseAward,
  PurchaseContract,
  LandParcel,
  LandAnnouncement,
  AnnouncedParcel,
  LandDeal,
  MiningRight,
  MiningAnnouncement,
  MiningResult,
  AssetListing,
  EquityListing,
  PropertyDeal,
  PublishedNotice,
  Attachment,
  CreditRecord,
  BlacklistEntry,
  CreditRating,
  Complaint,
  ProcurementQuery,
  CatalogueItem,
];

const BY_NAME = new Map(ENTITIES.map((entity) => [entity.name, entity]));

export function getEntity(name: string): Entity {
  const entity = BY_NAME.get(name);
  if (!entity) throw new Error(`no canonical entity is named ${name}`);
  return entity;
}
