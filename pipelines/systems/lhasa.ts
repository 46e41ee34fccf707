import { lhasaMappings } from '../../mappings/lhasa/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const lhasa: SystemDeclaration = {
  system: 'lhasa',
  label: { zh: '拉萨市公共资源交易中心（前置库）', en: 'Lhasa trading centre' },
  platformCode: '125401005868101063',
  mappings: lhasaMappings,
  vanishLimit: 0.4,
  laterDeliveries: 'changes',
  suggested: { connector: 'offline-package', settings: { directory: './data/lhasa/{day}' } },
};
