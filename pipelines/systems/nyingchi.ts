import { nyingchiMappings } from '../../mappings/nyingchi/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const nyingchi: SystemDeclaration = {
  system: 'nyingchi',
  label: { zh: '林芝市公共资源交易中心', en: 'Nyingchi trading centre' },
  platformCode: '12540400741940403K',
  mappings: nyingchiMappings,
  vanishLimit: 0.4,
  vanishScope: 'system',
  suggested: { connector: 'excel', settings: { directory: './data/nyingchi/{day}' } },
};
