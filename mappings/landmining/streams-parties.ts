/**
 * 自然资源厅土地矿权交易中心, database tdkq: bidders. What each table promises to deliver. Source: the centre's interface
 * document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const TD_JMR = defineStream({
  name: 'td_jmr',
  label: '竞买人',
  version: 1,
  columns: {
    jmr_id: { type: 'bigint', label: '主键' },
    jmrlx: { type: 'varchar(10)', label: '竞买人类型' },
    mc: { type: 'varchar(200)', label: '名称' },
    zjlx: { type: 'varchar(20)', label: '证件类型' },
    zjhm: { type: 'varchar(30)', label: '证件号码' },
    fddbr: { type: 'varchar(50)', label: '法定代表人' },
    lxr: { type: 'varchar(50)', label: '联系人' },
    lxdh: { type: 'varchar(50)', label: '联系电话' },
    dz: { type: 'varchar(300)', label: '地址' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['jmr_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});
