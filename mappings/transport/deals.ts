/** Bids and results: each belongs to a section, whose ceiling price tells a figure typed in the wrong unit. */
import { TenderBid } from '../../schemas/entities/tender-bid.ts';
import { TenderResult } from '../../schemas/entities/tender-result.ts';
import { defineMapping, part, type AmountNeighbour } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { JT_TB, JT_ZBJG } from './streams-deals.ts';

const system = 'transport';
const tb = takeFrom(JT_TB);
const jg = takeFrom(JT_ZBJG);
const SECTION = { stream: 'jt_bd', entity: 'section', kind: 'parent' } as const;
const BIDDER = { stream: 'jt_tbr', entity: 'party', kind: 'party' } as const;

const besideCeilingPrice = (field: string): AmountNeighbour => ({
  field,
  parentField: 'sectionId',
  parentEntity: 'section',
  parentAmount: 'estimate',
});

export const bids = defineMapping({
  system,
  stream: JT_TB,
  version: 1,
  parts: [
    part(TenderBid, {
      sectionId: tb.reference('BD_ID', SECTION),
      bidderName: tb.organizationName('TBR_MC'),
      bidderId: tb.reference('TBR_ID', BIDDER),
      price: tb.moneyIn('TBBJ', 'TBBJ_DW', '元'),
      managerName: tb.personName('XMFZR'),
      ranking: tb.integer('PM'),
      enteredAt: tb.timestamp('INSERT_TIME'),
    }),
    mention(tb, {
      role: 'bidder',
      partyRole: 'bidder',
      name: 'TBR_MC',
      registered: { column: 'TBR_ID', in: BIDDER },
    }),
  ],
  neighbours: [besideCeilingPrice('price')],
});

export const results = defineMapping({
  system,
  stream: JT_ZBJG,
  version: 1,
  parts: [
    part(TenderResult, {
      sectionId: jg.reference('BD_ID', SECTION),
      winnerName: jg.organizationName('ZBR_MC'),
      amount: jg.moneyIn('ZBJ', 'ZBJ_DW', '元'),
      managerName: jg.personName('XMFZR'),
      decidedAt: jg.timestamp('ZBRQ'),
    }),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'ZBR_MC' }),
  ],
  neighbours: [besideCeilingPrice('amount')],
});
