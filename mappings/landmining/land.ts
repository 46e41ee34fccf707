/** Parcels, the announcements that offer them, and the deals they end in. */
import { PARCEL_STATUS } from '../../schemas/codes/lists.ts';
import { GRANT_MODE } from '../../schemas/codes/national.ts';
import { AnnouncedParcel } from '../../schemas/entities/announced-parcel.ts';
import { LandAnnouncement } from '../../schemas/entities/land-announcement.ts';
import { LandDeal } from '../../schemas/entities/land-deal.ts';
import { LandParcel } from '../../schemas/entities/land-parcel.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { TD_CJ, TD_CRGG, TD_DK } from './streams-land.ts';

const system = 'landmining';
const dk = takeFrom(TD_DK);
const gg = takeFrom(TD_CRGG);
const cj = takeFrom(TD_CJ);
const BIDDER = { stream: 'td_jmr', entity: 'party', kind: 'party' } as const;

export const parcels = defineMapping({
  system,
  stream: TD_DK,
  version: 1,
  parts: [
    part(LandParcel, {
      code: dk.identifier('dkbh'),
      projectName: dk.text('xmmc'),
      location: dk.text('zl'),
      divisionCode: dk.division('xzqdm'),
      area: dk.area('mj', { column: 'mj_dw' }),
      landUse: dk.text('tdyt'),
      grantTerm: dk.text('crnx'),
      plotRatio: dk.text('rjl'),
      startingPrice: dk.moneyIn('qsj', 'qsj_dw', '万元'),
      status: dk.code('zt', PARCEL_STATUS),
      createdAt: dk.timestamp('created_at'),
      modifiedAt: dk.timestamp('updated_at'),
    }),
  ],
});

export const announcements = defineMapping({
  system,
  stream: TD_CRGG,
  version: 1,
  parts: [
    part(LandAnnouncement, {
      guid: gg.identifier('gg_id'),
      number: gg.identifier('ggbh'),
      title: gg.text('ggbt'),
      method: gg.code('crfs', GRANT_MODE),
      body: gg.html('ggnr'),
      publishedAt: gg.timestamp('ggsj'),
      closesAt: gg.timestamp('jzsj'),
      contactUnit: gg.organizationName('lxdw'),
      contactName: gg.personName('lxr'),
      contactPhone: gg.phone('lxdh'),
      modifiedAt: gg.timestamp('updated_at'),
    }),
    part(
      AnnouncedParcel,
      {
        announcementId: gg.samePart('gg_id', { entity: 'land_announcement', role: '' }),
        parcelCode: gg.identifier('dkbh_list'),
      },
      { role: 'parcel', onlyWith: ['parcelCode'], each: { columns: ['dkbh_list'], separator: /[、,，;；]/ } },
    ),
    mention(gg, { role: 'contact', partyRole: 'contact_unit', name: 'lxdw', phone: 'lxdh' }),
  ],
});

export const deals = defineMapping({
  system,
  stream: TD_CJ,
  version: 1,
  parts: [
    part(LandDeal, {
      parcelId: cj.reference('dk_id', { stream: 'td_dk', entity: 'land_parcel', kind: 'parent' }),
      buyerName: cj.organizationName('srr_mc'),
      buyerId: cj.reference('jmr_id', BIDDER),
      bidNumber: cj.identifier('jmh'),
      price: cj.moneyIn('cjj', 'cjj_dw', '万元'),
      dealtOn: cj.date('cjrq'),
      area: cj.area('cjmj', { column: 'cjmj_dw' }),
      notes: cj.longText('bz'),
      modifiedAt: cj.timestamp('updated_at'),
    }),
    mention(cj, {
      role: 'buyer',
      partyRole: 'transferee',
      name: 'srr_mc',
      registered: { column: 'jmr_id', in: BIDDER },
    }),
  ],
  neighbours: [{ field: 'price', parentField: 'parcelId', parentEntity: 'land_parcel', parentAmount: 'startingPrice' }],
});
