/** One parcel number in the list of an announcement. */
import { defineEntity } from '../entity.ts';
import { identifier, reference } from '../field.ts';

export const AnnouncedParcel = defineEntity({
  name: 'announced_parcel',
  table: 'announced_parcels',
  zh: '公告宗地',
  en: 'announced parcel',
  dataSets: ['600', '601'],
  fields: {
    announcementId: reference('land_announcement', { national: '601.DEAL_ANNOUNCEMENT_GUID' }),
    parcelCode: identifier({ national: '601.LAND_CODE' }),
  },
});
