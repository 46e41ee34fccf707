/**
 * 那曲市公共资源交易中心, a REST service with pages ordered by time of change. A record that changes while pages are read may come
 * twice: the later one counts. A deleted record stays visible with its key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const ENTERPRISES = defineStream({
  name: 'enterprises',
  label: '企业',
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    name: { type: 'string', label: '名称' },
    creditCode: { type: 'string', label: '信用代码' },
    legalRep: { type: 'string', label: '法定代表人' },
    contact: { type: 'string', label: '联系人' },
    phone: { type: 'string', label: '电话' },
    address: { type: 'string', label: '地址' },
    areaNo: { type: 'string', label: '区划' },
    regCapital: { type: 'number or string', label: '注册资本' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updateTime: { type: 'string', label: '更新时间' },
  },
  ...CHANGES,
});
