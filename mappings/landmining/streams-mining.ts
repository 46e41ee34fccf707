/**
 * 自然资源厅土地矿权交易中心, database tdkq: mining rights, their announcements and results. What each table promises to deliver.
 * Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const KQ_KYQ = defineStream({
  name: 'kq_kyq',
  label: '矿业权',
  version: 1,
  columns: {
    kq_id: { type: 'bigint', label: '主键' },
    kqlx: { type: 'char(1)', label: '矿权类型' },
    xkzh: { type: 'varchar(30)', label: '许可证号' },
    xmmc: { type: 'varchar(300)', label: '项目/矿山名称' },
    kz_dm: { type: 'varchar(5)', label: '矿种代码' },
    kz_mc: { type: 'varchar(50)', label: '矿种' },
    mj: { type: 'numeric(12,4)', label: '面积' },
    zb: { type: 'text', label: '极值坐标' },
    xzqdm: { type: 'varchar(6)', label: '行政区代码' },
    dlwz: { type: 'varchar(300)', label: '地理位置' },
    yxq_q: { type: 'date', label: '有效期起' },
    yxq_z: { type: 'date', label: '有效期止' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['kq_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});

export const KQ_CRGG = defineStream({
  name: 'kq_crgg',
  label: '矿业权出让公告',
  version: 1,
  columns: {
    gg_id: { type: 'uuid', label: '主键' },
    kq_id: { type: 'bigint', label: '矿权主键' },
    ggbt: { type: 'varchar(300)', label: '标题' },
    crfs: { type: 'varchar(3)', label: '出让方式' },
    crnx: { type: 'varchar(20)', label: '出让年限' },
    qsj: { type: 'numeric(20,4)', label: '起始价' },
    ggnr: { type: 'text', label: '公告内容' },
    ggsj: { type: 'timestamp', label: '公告时间' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['gg_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});

export const KQ_CJJG = defineStream({
  name: 'kq_cjjg',
  label: '矿业权出让结果',
  version: 1,
  columns: {
    jg_id: { type: 'bigint', label: '主键' },
    kq_id: { type: 'bigint', label: '矿权主键' },
    jmr_id: { type: 'bigint', label: '竞得人主键' },
    jdr_mc: { type: 'varchar(200)', label: '竞得人名称' },
    cjj: { type: 'numeric(20,4)', label: '成交价' },
    cjsj: { type: 'timestamp', label: '成交时间' },
    jnfs: { type: 'varchar(50)', label: '缴纳方式' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['jg_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});
