/** Mining rights, the announcements that offer them, and the results. */
import { MINING_RIGHT_TYPE } from '../../schemas/codes/lists.ts';
import { GRANT_MODE } from '../../schemas/codes/national.ts';
import { MiningAnnouncement } from '../../schemas/entities/mining-announcement.ts';
import { MiningResult } from '../../schemas/entities/mining-result.ts';
import { MiningRight } from '../../schemas/entities/mining-right.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { KQ_CJJG, KQ_CRGG, KQ_KYQ } from './streams-mining.ts';

const system = 'landmining';
const kyq = takeFrom(KQ_KYQ);
const gg = takeFrom(KQ_CRGG);
const jg = takeFrom(KQ_CJJG);
const RIGHT = { stream: 'kq_kyq', entity: 'mining_right', kind: 'parent' } as const;
const BIDDER = { stream: 'td_jmr', entity: 'party', kind: 'party' } as const;

export const rights = defineMapping({
  system,
  stream: KQ_KYQ,
  version: 1,
  parts: [
    part(MiningRight, {
      rightType: kyq.code('kqlx', MINING_RIGHT_TYPE),
      licenceNumber: kyq.identifier('xkzh'),
      name: kyq.text('xmmc'),
      // The national table of minerals was not available: code and text are kept beside each other.
      mineralCode: kyq.identifier('kz_dm'),
      mineralName: kyq.text('kz_mc'),
      area: kyq.area('mj', 'km²'),
      coordinates: kyq.text('zb'),
      divisionCode: kyq.division('xzqdm'),
      location: kyq.text('dlwz'),
      validFrom: kyq.date('yxq_q'),
      validUntil: kyq.date('yxq_z'),
      modifiedAt: kyq.timestamp('updated_at'),
    }),
  ],
});

export const miningAnnouncements = defineMapping({
  system,
  stream: KQ_CRGG,
  version: 1,
  parts: [
    part(MiningAnnouncement, {
      rightId: gg.reference('kq_id', RIGHT),
      title: gg.text('ggbt'),
      method: gg.code('crfs', GRANT_MODE),
      grantTerm: gg.text('crnx'),
      startingPrice: gg.money('qsj', '万元'),
      body: gg.html('ggnr'),
      publishedAt: gg.timestamp('ggsj'),
      modifiedAt: gg.timestamp('updated_at'),
    }),
  ],
});

export const miningResults = defineMapping({
  system,
  stream: KQ_CJJG,
  version: 1,
  parts: [
    part(MiningResult, {
      rightId: jg.reference('kq_id', RIGHT),
      winnerName: jg.organizationName('jdr_mc'),
      winnerId: jg.reference('jmr_id', BIDDER),
      price: jg.money('cjj', '万元'),
      dealtAt: jg.timestamp('cjsj'),
      paymentForm: jg.text('jnfs'),
      modifiedAt: jg.timestamp('updated_at'),
    }),
    mention(jg, {
      role: 'winner',
      partyRole: 'transferee',
      name: 'jdr_mc',
      registered: { column: 'jmr_id', in: BIDDER },
    }),
  ],
  // The right itself has no price; what it was announced for stands in its announcement.
  neighbours: [
    {
      field: 'price',
      parentField: 'rightId',
      parentEntity: 'mining_announcement',
      parentAmount: 'startingPrice',
      sharing: 'rightId',
    },
  ],
});
