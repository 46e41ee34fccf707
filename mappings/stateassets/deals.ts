/** Results, and the directory of sellers and buyers. A buyer may be a natural person: then the code is an ID number. */
import { EXCHANGE_METHOD, PARTY_ROLE } from '../../schemas/codes/lists.ts';
import { Party } from '../../schemas/entities/party.ts';
import { PropertyDeal } from '../../schemas/entities/property-deal.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { DIRECTORY_ROLE_OF } from './lookups.ts';
import { DEALS, DIRECTORY } from './streams.ts';

const system = 'stateassets';
const deal = takeFrom(DEALS);
const entry = takeFrom(DIRECTORY);

export const deals = defineMapping({
  system,
  stream: DEALS,
  version: 1,
  parts: [
    part(PropertyDeal, {
      code: deal.identifier('项目编号'),
      assetListingId: deal.reference('项目编号', { stream: '实物资产挂牌', entity: 'asset_listing', kind: 'related' }),
      equityListingId: deal.reference('项目编号', { stream: '股权挂牌', entity: 'equity_listing', kind: 'related' }),
      name: deal.text('标的名称'),
      buyerName: deal.organizationName('受让方名称'),
      buyerCode: deal.partyCode('受让方代码', 'legalCode', { name: '受让方名称' }),
      amount: deal.money('成交价', '万元'),
      dealtOn: deal.date('成交日期'),
      method: deal.code('交易方式', EXCHANGE_METHOD),
    }),
    mention(deal, { role: 'buyer', partyRole: 'transferee', name: '受让方名称', code: '受让方代码' }),
  ],
  neighbours: [
    { field: 'amount', parentField: 'assetListingId', parentEntity: 'asset_listing', parentAmount: 'listedPrice' },
    { field: 'amount', parentField: 'equityListingId', parentEntity: 'equity_listing', parentAmount: 'listedPrice' },
  ],
});

export const directory = defineMapping({
  system,
  stream: DIRECTORY,
  version: 1,
  parts: [
    part(Party, {
      name: entry.organizationName('名称'),
      formerName: entry.formerName('名称'),
      partyRole: entry.code('类型', PARTY_ROLE, DIRECTORY_ROLE_OF),
      legalCode: entry.partyCode('代码', 'legalCode', { name: '名称' }),
      uscc: entry.partyCode('代码', 'uscc', { name: '名称' }),
      organizationCode: entry.partyCode('代码', 'organizationCode', { name: '名称' }),
      idNumber: entry.partyCode('代码', 'idNumber', { name: '名称' }),
      legalRepresentative: entry.personName('法定代表人'),
      contactName: entry.personName('联系人'),
      contactPhone: entry.phone('联系电话'),
      address: entry.text('地址'),
    }),
  ],
});
