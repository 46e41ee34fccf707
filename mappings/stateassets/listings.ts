/** Listings of assets and of equity. The seller's blank cells were filled by the connector ("same as above"). */
import { ASSET_CLASS, EXCHANGE_METHOD, LISTING_STATUS } from '../../schemas/codes/lists.ts';
import { AssetListing } from '../../schemas/entities/asset-listing.ts';
import { EquityListing } from '../../schemas/entities/equity-listing.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { ASSET_LISTINGS, EQUITY_LISTINGS } from './streams.ts';

const system = 'stateassets';
const asset = takeFrom(ASSET_LISTINGS);
const equity = takeFrom(EQUITY_LISTINGS);

export const assetListings = defineMapping({
  system,
  stream: ASSET_LISTINGS,
  version: 1,
  sameMagnitude: [['listedPrice', 'appraisedValue']],
  parts: [
    part(AssetListing, {
      code: asset.identifier('项目编号'),
      name: asset.text('标的名称'),
      assetClass: asset.code('资产类别', ASSET_CLASS),
      sellerName: asset.organizationName('转让方名称'),
      sellerCode: asset.partyCode('转让方代码', 'legalCode', { name: '转让方名称' }),
      appraisedValue: asset.money('评估值', '万元'),
      listedPrice: asset.money('挂牌价', '万元'),
      listedOn: asset.date('挂牌日期'),
      listingDays: asset.integer('挂牌期间'),
      method: asset.code('交易方式', EXCHANGE_METHOD),
      status: asset.code('状态', LISTING_STATUS),
      notes: asset.longText('备注'),
    }),
    mention(asset, { role: 'seller', partyRole: 'transferor', name: '转让方名称', code: '转让方代码' }),
  ],
});

export const equityListings = defineMapping({
  system,
  stream: EQUITY_LISTINGS,
  version: 1,
  // A small share of large net assets is still of their magnitude: the price is listed for the share sold.
  sameMagnitude: [['listedPrice', 'appraisedNetAssets']],
  parts: [
    part(EquityListing, {
      code: equity.identifier('项目编号'),
      companyName: equity.organizationName('标的企业名称'),
      companyCode: equity.partyCode('标的企业代码', 'legalCode'),
      percent: equity.percent('转让比例'),
      sellerName: equity.organizationName('转让方名称'),
      sellerCode: equity.partyCode('转让方代码', 'legalCode', { name: '转让方名称' }),
      appraisedNetAssets: equity.money('净资产评估值', '万元'),
      listedPrice: equity.money('挂牌价', '万元'),
      listedOn: equity.date('挂牌日期'),
      status: equity.code('状态', LISTING_STATUS),
      notes: equity.longText('备注'),
    }),
    mention(equity, { role: 'subject', partyRole: 'subject_company', name: '标的企业名称', code: '标的企业代码' }),
    mention(equity, { role: 'seller', partyRole: 'transferor', name: '转让方名称', code: '转让方代码' }),
  ],
});
