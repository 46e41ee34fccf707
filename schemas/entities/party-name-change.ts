/** One renaming of a registered party: both names stay. */
import { defineEntity } from '../entity.ts';
import { reference, text, timestamp } from '../field.ts';

export const PartyNameChange = defineEntity({
  name: 'party_name_change',
  table: 'party_name_changes',
  zh: '主体名称变更',
  en: 'party name change',
  dataSets: ['100'],
  fields: {
    partyId: reference('party', { zh: '主体' }),
    nameBefore: text({ zh: '原名称' }),
    nameAfter: text({ national: '100.LEGAL_NAME' }),
    changedAt: timestamp({ zh: '变更时间' }),
  },
});
