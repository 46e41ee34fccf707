import { transportMappings } from '../../mappings/transport/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const transport: SystemDeclaration = {
  system: 'transport',
  label: { zh: '交通运输厅招投标中心', en: 'tendering centre, Department of Transport' },
  platformCode: '12540000MB1A0060XU',
  mappings: transportMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'offline-package', settings: { directory: './data/transport' } },
};
