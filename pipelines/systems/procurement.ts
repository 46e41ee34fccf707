import { procurementMappings } from '../../mappings/procurement/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const procurement: SystemDeclaration = {
  system: 'procurement',
  label: { zh: '财政厅政府采购中心', en: 'government procurement centre, Department of Finance' },
  platformCode: '12540000MB1A003001',
  mappings: procurementMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'offline-package', settings: { directory: './data/procurement' } },
};
