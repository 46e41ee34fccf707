import { onestopMappings } from '../../mappings/onestop/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const onestop: SystemDeclaration = {
  system: 'onestop',
  label: {
    zh: '发展改革委“一站式”审批服务中心',
    en: 'one-stop approval service centre, Development and Reform Commission',
  },
  platformCode: '12540000MB1A00204P',
  mappings: onestopMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'xml', settings: { directory: './data/onestop' } },
};
