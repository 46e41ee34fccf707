/** An exploration or mining right. Area in m². */
import { MINING_RIGHT_TYPE } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, date, decimal, identifier, text, timestamp } from '../field.ts';

export const MiningRight = defineEntity({
  name: 'mining_right',
  table: 'mining_rights',
  zh: '矿业权',
  en: 'mining right',
  dataSets: ['657', '658'],
  fields: {
    rightType: code(MINING_RIGHT_TYPE, { zh: '矿权类型' }),
    licenceNumber: identifier({ national: ['657.ID_LICENCEID', '658.ID_LICENCEID'] }),
    name: text({ national: ['657.NA_ITEM_NAME', '658.NA_MINE_NAME'] }),
    mineralCode: identifier({ national: ['657.QT_PERAMBULATE_MINE', '658.QT_MAIN_MINE'] }),
    mineralName: text({ zh: '矿种' }),
    area: decimal({ zh: '面积（平方米）' }),
    coordinates: text({ national: '657.NA_JZZB' }),
    divisionCode: identifier({ national: ['657.REGION_CODE', '658.REGION_CODE'] }),
    location: text({ national: '657.NA_GEOGRAPHY_POSITION' }),
    validFrom: date({ national: ['657.DT_USEFULLIFE_START', '658.DT_USEFULLIFE_START'] }),
    validUntil: date({ national: ['657.DT_USEFULLIFE_END', '658.DT_USEFULLIFE_END'] }),
    modifiedAt: timestamp({ national: '657.DATA_TIMESTAMP' }),
  },
});
