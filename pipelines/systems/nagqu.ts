import { nagquMappings } from '../../mappings/nagqu/index.ts';
import type { SystemDeclaration } from '../system.ts';

export const nagqu: SystemDeclaration = {
  system: 'nagqu',
  label: { zh: '那曲市公共资源交易中心', en: 'Nagqu trading centre' },
  platformCode: '12540600MB1A60602M',
  mappings: nagquMappings,
  vanishLimit: 0.4,
  laterDeliveries: 'changes',
  suggested: {
    connector: 'rest',
    settings: { url: 'https://nagqu.example', appId: '${NAGQU_APP_ID:-app}', appSecret: '${NAGQU_APP_SECRET:-secret}' },
  },
};
