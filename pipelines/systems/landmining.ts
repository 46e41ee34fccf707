import { landminingMappings } from '../../mappings/landmining/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const landmining: SystemDeclaration = {
  system: 'landmining',
  label: {
    zh: '自然资源厅土地矿权交易中心',
    en: 'land and mining-right trading centre, Department of Natural Resources',
  },
  platformCode: '12540000MB1A00407C',
  mappings: landminingMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'offline-package', settings: { directory: './data/landmining' } },
};
