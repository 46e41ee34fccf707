/** A parcel of state-owned land offered for use. Areas in m². */
import { PARCEL_STATUS } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, decimal, identifier, money, text, timestamp } from '../field.ts';

export const LandParcel = defineEntity({
  name: 'land_parcel',
  table: 'land_parcels',
  zh: '出让宗地',
  en: 'land parcel',
  dataSets: ['601'],
  fields: {
    code: identifier({ national: '601.LAND_CODE' }),
    projectName: text({ national: '601.LAND_PROJECT_NAME' }),
    location: text({ national: '601.LAND_POSITION' }),
    divisionCode: identifier({ national: '601.REGION_CODE' }),
    area: decimal({ zh: '土地面积（平方米）' }),
    landUse: text({ national: '601.LAND_USAGE' }),
    grantTerm: text({ national: '601.LEND_AGE_LIMIT' }),
    plotRatio: text({ zh: '容积率' }),
    startingPrice: money({ zh: '起始价' }),
    status: code(PARCEL_STATUS, { zh: '状态' }),
    createdAt: timestamp({ zh: '创建时间' }),
    modifiedAt: timestamp({ national: '601.DATA_TIMESTAMP' }),
  },
});
