import { stateassetsMappings } from '../../mappings/stateassets/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const stateassets: SystemDeclaration = {
  system: 'stateassets',
  label: { zh: '国资委国有产权交易中心', en: 'state property trading centre, SASAC' },
  platformCode: '12540000MB1A00706A',
  mappings: stateassetsMappings,
  vanishLimit: 0.4,
  suggested: { connector: 'excel', settings: { directory: './data/stateassets' } },
};
