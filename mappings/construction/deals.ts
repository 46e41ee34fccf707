/** What happens to a section: opening, bids, candidates, result, contract. Its estimate tells a figure of another unit. */
import { BidOpening } from '../../schemas/entities/bid-opening.ts';
import { TenderBid } from '../../schemas/entities/tender-bid.ts';
import { TenderCandidate } from '../../schemas/entities/tender-candidate.ts';
import { TenderContract } from '../../schemas/entities/tender-contract.ts';
import { TenderResult } from '../../schemas/entities/tender-result.ts';
import { defineMapping, part, type AmountNeighbour } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { ENTERPRISE } from './enterprises.ts';
import { GC_HT, GC_HXR, GC_KBJL, GC_TB, GC_ZBJG } from './streams-deals.ts';

const system = 'construction';
const kb = takeFrom(GC_KBJL);
const tb = takeFrom(GC_TB);
const hxr = takeFrom(GC_HXR);
const jg = takeFrom(GC_ZBJG);
const ht = takeFrom(GC_HT);
const SECTION = { stream: 'GC_BD', entity: 'section', kind: 'parent' } as const;
const BIDDER = { ...ENTERPRISE, kind: 'party' } as const;
const registered = { column: 'qyID', in: BIDDER, keyIsCode: true } as const;

const besideEstimate = (field: string): AmountNeighbour => ({
  field,
  parentField: 'sectionId',
  parentEntity: 'section',
  parentAmount: 'estimate',
});

export const openings = defineMapping({
  system,
  stream: GC_KBJL,
  version: 1,
  parts: [
    part(BidOpening, {
      sectionId: kb.reference('BDID', SECTION),
      openedAt: kb.timestamp('KBSJ'),
      place: kb.text('KBDD'),
      chairName: kb.personName('ZCR'),
      bidderCount: kb.integer('TBRSL'),
      content: kb.longText('JLNR'),
      modifiedAt: kb.timestamp('xgrqsj'),
    }),
  ],
});

export const bids = defineMapping({
  system,
  stream: GC_TB,
  version: 1,
  parts: [
    part(TenderBid, {
      sectionId: tb.reference('BDID', SECTION),
      bidderName: tb.organizationName('TBRMC'),
      bidderId: tb.reference('qyID', BIDDER),
      price: tb.money('TBBJ', '万元'),
      managerName: tb.personName('XMJL'),
      managerIdNumber: tb.idNumber('XMJL_ZJH'),
      deposit: tb.money('BZJ', '万元'),
      submittedAt: tb.timestamp('DJSJ'),
      modifiedAt: tb.timestamp('xgrqsj'),
    }),
    mention(tb, { role: 'bidder', partyRole: 'bidder', name: 'TBRMC', registered }),
  ],
  // A deposit is at most 2 % of the estimate (招标投标法实施条例, article 26).
  neighbours: [besideEstimate('price'), { ...besideEstimate('deposit'), share: 0.02 }],
});

export const candidates = defineMapping({
  system,
  stream: GC_HXR,
  version: 1,
  parts: [
    part(TenderCandidate, {
      sectionId: hxr.reference('BDID', SECTION),
      ranking: hxr.integer('PX'),
      candidateName: hxr.organizationName('HXRMC'),
      candidateId: hxr.reference('qyID', BIDDER),
      price: hxr.money('TBBJ', '万元'),
      score: hxr.decimal('PBDF'),
      modifiedAt: hxr.timestamp('xgrqsj'),
    }),
    mention(hxr, { role: 'candidate', partyRole: 'candidate', name: 'HXRMC', registered }),
  ],
  neighbours: [besideEstimate('price')],
});

export const results = defineMapping({
  system,
  stream: GC_ZBJG,
  version: 1,
  parts: [
    part(TenderResult, {
      sectionId: jg.reference('BDID', SECTION),
      winnerName: jg.organizationName('ZBRMC'),
      winnerId: jg.reference('qyID', BIDDER),
      amount: jg.money('ZBJ', '万元'),
      managerName: jg.personName('XMJL'),
      decidedAt: jg.timestamp('ZBRQ'),
      modifiedAt: jg.timestamp('xgrqsj'),
    }),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'ZBRMC', registered }),
  ],
  neighbours: [besideEstimate('amount')],
});

export const contracts = defineMapping({
  system,
  stream: GC_HT,
  version: 1,
  parts: [
    part(TenderContract, {
      sectionId: ht.reference('BDID', SECTION),
      number: ht.identifier('HTBH'),
      name: ht.text('HTMC'),
      amount: ht.moneyIn('HTJE', 'HTJE_DW', '万元'),
      signedOn: ht.date('QDRQ'),
      modifiedAt: ht.timestamp('xgrqsj'),
    }),
  ],
  neighbours: [besideEstimate('amount')],
});
