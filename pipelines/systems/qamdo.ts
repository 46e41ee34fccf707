import { qamdoMappings } from '../../mappings/qamdo/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const qamdo: SystemDeclaration = {
  system: 'qamdo',
  label: { zh: '昌都市公共资源交易中心', en: 'Qamdo trading centre' },
  platformCode: '125403000654303008',
  mappings: qamdoMappings,
  vanishLimit: 0.4,
  laterDeliveries: 'changes',
  suggested: { connector: 'national-envelope', settings: { directory: './data/qamdo/{day}' } },
};
