/**
 * 自然资源厅土地矿权交易中心, database tdkq: parcels, their announcements and deals. What each table promises to deliver. Source:
 * the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const TD_DK = defineStream({
  name: 'td_dk',
  label: '出让宗地',
  version: 1,
  columns: {
    dk_id: { type: 'bigint', label: '主键' },
    dkbh: { type: 'varchar(40)', label: '宗地编号' },
    xmmc: { type: 'varchar(300)', label: '项目名称' },
    zl: { type: 'varchar(300)', label: '土地坐落' },
    xzqdm: { type: 'varchar(6)', label: '行政区代码' },
    mj: { type: 'numeric(18,6)', label: '面积' },
    mj_dw: { type: 'varchar(4)', label: '面积单位' },
    tdyt: { type: 'varchar(50)', label: '土地用途' },
    crnx: { type: 'varchar(20)', label: '出让年限' },
    rjl: { type: 'varchar(30)', label: '容积率' },
    qsj: { type: 'numeric(20,4)', label: '起始价' },
    qsj_dw: { type: 'varchar(4)', label: '起始价单位' },
    zt: { type: 'varchar(10)', label: '状态' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    created_at: { type: 'timestamp', label: '创建时间' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['dk_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});

export const TD_CRGG = defineStream({
  name: 'td_crgg',
  label: '土地出让公告',
  version: 1,
  columns: {
    gg_id: { type: 'uuid', label: '主键' },
    ggbh: { type: 'varchar(60)', label: '公告编号' },
    ggbt: { type: 'varchar(300)', label: '公告标题' },
    dkbh_list: { type: 'varchar(500)', label: '宗地编号列表' },
    crfs: { type: 'varchar(3)', label: '出让方式' },
    ggnr: { type: 'text', label: '公告内容' },
    ggsj: { type: 'timestamp', label: '公告时间' },
    jzsj: { type: 'timestamp', label: '截止时间' },
    lxdw: { type: 'varchar(200)', label: '联系单位' },
    lxr: { type: 'varchar(50)', label: '联系人' },
    lxdh: { type: 'varchar(50)', label: '联系电话' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['gg_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});

export const TD_CJ = defineStream({
  name: 'td_cj',
  label: '土地成交',
  version: 1,
  columns: {
    cj_id: { type: 'bigint', label: '主键' },
    dk_id: { type: 'bigint', label: '宗地主键' },
    jmr_id: { type: 'bigint', label: '竞买人主键' },
    jmh: { type: 'varchar(20)', label: '竞买号' },
    srr_mc: { type: 'varchar(200)', label: '受让人名称' },
    cjj: { type: 'numeric(20,4)', label: '成交价' },
    cjj_dw: { type: 'varchar(4)', label: '成交价单位' },
    cjrq: { type: 'date', label: '成交日期' },
    cjmj: { type: 'numeric(18,6)', label: '成交面积' },
    cjmj_dw: { type: 'varchar(4)', label: '面积单位' },
    bz: { type: 'varchar(1000)', label: '备注' },
    del_flag: { type: 'boolean', label: '删除标志', ignore: 'deletion' },
    updated_at: { type: 'timestamp', label: '更新时间' },
  },
  key: ['cj_id'],
  cursor: { column: 'updated_at', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'del_flag', values: ['t', 'true', '1'] }],
});
