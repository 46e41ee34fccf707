import { shigatseMappings } from '../../mappings/shigatse/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const shigatse: SystemDeclaration = {
  system: 'shigatse',
  label: { zh: '日喀则市公共资源交易中心', en: 'Shigatse trading centre' },
  platformCode: '12540200783520204U',
  mappings: shigatseMappings,
  vanishLimit: 0.4,
  laterDeliveries: 'changes',
  suggested: { connector: 'csv-drop', settings: { directory: './data/shigatse' } },
};
