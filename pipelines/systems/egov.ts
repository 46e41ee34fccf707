import { egovMappings } from '../../mappings/egov/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const egov: SystemDeclaration = {
  system: 'egov',
  label: { zh: '自治区政府办公厅电子政务中心', en: 'e-government centre, General Office' },
  platformCode: '12540000MB1A00108E',
  mappings: egovMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'offline-package', settings: { directory: './data/egov' } },
};
