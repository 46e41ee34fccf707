import { shannanMappings } from '../../mappings/shannan/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const shannan: SystemDeclaration = {
  system: 'shannan',
  label: { zh: '山南市公共资源交易中心', en: 'Shannan trading centre' },
  platformCode: '125405008092505062',
  mappings: shannanMappings,
  vanishLimit: 0.4,
  laterDeliveries: 'changes',
  // The clock of the server once jumped back by hours.
  overlapSeconds: 3 * 86_400,
  suggested: { connector: 'offline-package', settings: { directory: './data/shannan/{day}' } },
};
