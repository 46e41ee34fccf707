/** 自治区公共资源交易目录: its one stream. */
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { CatalogueItem } from '../../schemas/entities/catalogue-item.ts';
import { defineMapping, part, type Mapping } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { CATALOGUE } from './streams.ts';

const item = takeFrom(CATALOGUE);

export const catalogueItems = defineMapping({
  system: 'catalogue',
  stream: CATALOGUE,
  version: 1,
  parts: [
    part(CatalogueItem, {
      code: item.identifier('目录编号'),
      edition: item.text('目录版本'),
      name: item.text('交易事项'),
      tradeCategory: item.code('交易类别', TRADE_CATEGORY),
      scope: item.longText('范围和规模标准'),
      authority: item.text('监管部门'),
      legalBasis: item.longText('依据'),
      validFrom: item.date('生效日期'),
      validUntil: item.date('失效日期'),
    }),
  ],
});

export const catalogueMappings: readonly Mapping[] = [catalogueItems];
