/** Bids, awards and contracts: each belongs to a package, whose budget tells a figure typed in the wrong unit. */
import { PurchaseAward } from '../../schemas/entities/purchase-award.ts';
import { PurchaseBid } from '../../schemas/entities/purchase-bid.ts';
import { PurchaseContract } from '../../schemas/entities/purchase-contract.ts';
import { defineMapping, part, type AmountNeighbour } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { CG_HT, CG_TB, CG_ZBJG } from './streams-deals.ts';

const system = 'procurement';
const tb = takeFrom(CG_TB);
const jg = takeFrom(CG_ZBJG);
const ht = takeFrom(CG_HT);
const PACKAGE = { stream: 'CG_FB', entity: 'purchase_package', kind: 'parent' } as const;
const SUPPLIER = { stream: 'CG_GYS', entity: 'party', kind: 'party' } as const;

const besidePackageBudget = (field: string): AmountNeighbour => ({
  field,
  parentField: 'packageId',
  parentEntity: 'purchase_package',
  parentAmount: 'budget',
});

export const bids = defineMapping({
  system,
  stream: CG_TB,
  version: 1,
  parts: [
    part(PurchaseBid, {
      packageId: tb.reference('FBID', PACKAGE),
      bidderName: tb.organizationName('GYS_MC'),
      bidderId: tb.reference('GYSID', SUPPLIER),
      price: tb.money('BJ', '元'),
      deposit: tb.money('BZJ', '元'),
      submittedAt: tb.timestamp('TBSJ'),
      score: tb.decimal('PSDF'),
    }),
    mention(tb, {
      role: 'bidder',
      partyRole: 'supplier',
      name: 'GYS_MC',
      registered: { column: 'GYSID', in: SUPPLIER },
    }),
  ],
  // A deposit is at most 2 % of the budget (政府采购货物和服务招标投标管理办法, article 38).
  neighbours: [besidePackageBudget('price'), { ...besidePackageBudget('deposit'), share: 0.02 }],
});

export const awards = defineMapping({
  system,
  stream: CG_ZBJG,
  version: 1,
  parts: [
    part(PurchaseAward, {
      packageId: jg.reference('FBID', PACKAGE),
      winnerName: jg.organizationName('GYS_MC'),
      winnerId: jg.reference('GYSID', SUPPLIER),
      amount: jg.amountOrWords('CJJE', 'CJJE_DX', '元'),
      announcedAt: jg.timestamp('GGSJ'),
    }),
    mention(jg, {
      role: 'winner',
      partyRole: 'supplier',
      name: 'GYS_MC',
      registered: { column: 'GYSID', in: SUPPLIER },
    }),
  ],
  neighbours: [besidePackageBudget('amount')],
});

export const contracts = defineMapping({
  system,
  stream: CG_HT,
  version: 1,
  parts: [
    part(PurchaseContract, {
      packageId: ht.reference('FBID', PACKAGE),
      number: ht.identifier('HTBH'),
      name: ht.text('HTMC'),
      amount: ht.money('HTJE', '元'),
      termDays: ht.integer('HTQX'),
      signedAt: ht.timestamp('QDSJ'),
    }),
  ],
  neighbours: [besidePackageBudget('amount')],
});
