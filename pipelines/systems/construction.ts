import { constructionMappings } from '../../mappings/construction/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const construction: SystemDeclaration = {
  system: 'construction',
  label: {
    zh: '住房城乡建设厅建筑交易中心',
    en: 'construction trading centre, Department of Housing and Urban-Rural Development',
  },
  platformCode: '12540000MB1A00503M',
  mappings: constructionMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'offline-package', settings: { directory: './data/construction' } },
};
