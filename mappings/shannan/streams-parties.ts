/**
 * 山南市公共资源交易中心, PostgreSQL: rows change in place, and `updated_at` is the only sign of it. Many rows share a second, and
 * the clock of the server once jumped back. Deletion is a flag that may be taken back. Source: the centre's interface
 * document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const ENTERPRISE = defineStream({
  name: 'enterprise',
  label: '企业',
  version: 1,
  columns: {
    id: { type: 'bigint', label: '主键' },
    name: { type: 'varchar(200)', label: '名称' },
    credit_code: { type: 'varchar(20)', label: '信用代码' },
    legal_person: { type: 'varchar(50)', label: '法定代表人' },
    contact: { type: 'varchar(50)', label: '联系人' },
    phone: { type: 'varchar(50)', label: '电话' },
    address: { type: 'varchar(300)', label: '地址' },
    area_code: { type: 'varchar(6)', label: '区划' },
    reg_capital: { type: 'numeric(18,2)', label: '注册资本' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updated_at: { type: 'timestamp(0)', label: '更新时间' },
  },
  ...CHANGES,
});
