import { catalogueMappings } from '../../mappings/catalogue/index.ts';
import type { SystemDeclaration } from '../system.ts';

/** Not a centre: the catalogue the centres' trades are measured against. */
export const catalogue: SystemDeclaration = {
  system: 'catalogue',
  label: { zh: '自治区公共资源交易目录', en: 'regional catalogue of public-resource trades' },
  platformCode: '',
  mappings: catalogueMappings,
  vanishLimit: 0.4,
  suggested: {
    connector: 'csv',
    settings: { files: { catalogue: './data/catalogue/catalogue.csv' }, encoding: 'utf-8' },
  },
};
