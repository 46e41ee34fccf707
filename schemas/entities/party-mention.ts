/** A party that is only named inside another record: the bidder of a bid, the seller of a listing. */
import { defineEntity } from '../entity.ts';
import { code, identifier, reference, text } from '../field.ts';
import { PARTY_ROLE } from '../codes/lists.ts';

export const PartyMention = defineEntity({
  name: 'party_mention',
  table: 'party_mentions',
  zh: '主体提及',
  en: 'party mention',
  dataSets: [
    '500',
    '501',
    '507',
    '510',
    '513',
    '550',
    '553',
    '554',
    '557',
    '601',
    '652',
    '653',
    '700',
    '701',
    '750',
    '751',
    '753',
  ],
  fields: {
    name: text({ zh: '名称', personal: 'party_name' }),
    formerName: text({ zh: '曾用名' }),
    partyRole: code(PARTY_ROLE, { zh: '角色' }),
    legalCode: identifier({ zh: '主体代码', personal: 'party_code' }),
    uscc: identifier({ zh: '统一社会信用代码' }),
    organizationCode: identifier({ zh: '组织机构代码' }),
    registrationNumber: identifier({ zh: '工商注册号' }),
    idNumber: identifier({ zh: '身份证号', personal: 'id_number' }),
    contactPhone: text({ zh: '联系电话', personal: 'phone' }),
    partyId: reference('party', { zh: '名录中的主体' }),
  },
});
