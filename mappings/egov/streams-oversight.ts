/**
 * 自治区政府办公厅电子政务中心, database egov_ggzy: credit records and complaints. What each table promises to deliver. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const XY_HMD = defineStream({
  name: 'xy_hmd',
  label: '信用与黑名单',
  version: 1,
  columns: {
    XYID: { type: 'varchar(36)', label: '主键' },
    XYLX: { type: 'char(1)', label: '信息类型' },
    ZTMC: { type: 'varchar(200)', label: '主体名称' },
    ZTDM: { type: 'varchar(20)', label: '主体代码' },
    ZTLX: { type: 'char(1)', label: '主体类别' },
    YY: { type: 'varchar(1000)', label: '原因' },
    CFWH: { type: 'varchar(100)', label: '处理文号' },
    CFBM: { type: 'varchar(200)', label: '处理部门' },
    CFRQ: { type: 'varchar(20)', label: '处理日期' },
    XZKSRQ: { type: 'varchar(20)', label: '限制开始' },
    XZJSRQ: { type: 'varchar(20)', label: '限制结束' },
    SFCX: { type: 'char(1)', label: '是否撤销' },
    GKFW: { type: 'char(1)', label: '公开范围' },
    GXSJ: { type: 'datetime', label: '更新时间' },
  },
  key: ['XYID'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'absence' }],
});

export const TS_JBXX = defineStream({
  name: 'ts_jbxx',
  label: '投诉举报登记',
  version: 1,
  columns: {
    TSID: { type: 'bigint', label: '主键' },
    TSBH: { type: 'varchar(30)', label: '投诉编号' },
    XMMC: { type: 'varchar(600)', label: '项目名称' },
    XMBH: { type: 'varchar(100)', label: '项目编号' },
    JYLB: { type: 'varchar(3)', label: '交易类别' },
    SFZFCG: { type: 'char(1)', label: '是否政府采购' },
    TSRMC: { type: 'varchar(200)', label: '投诉人' },
    TSRDH: { type: 'varchar(30)', label: '投诉人电话' },
    BTSRMC: { type: 'varchar(200)', label: '被投诉人' },
    BTSRDM: { type: 'varchar(20)', label: '被投诉人代码' },
    TSNR: { type: 'text', label: '投诉内容' },
    TSRQ: { type: 'varchar(20)', label: '投诉日期' },
    SLRQ: { type: 'varchar(20)', label: '受理日期' },
    CLDW: { type: 'varchar(200)', label: '处理单位' },
    CLJG: { type: 'varchar(1000)', label: '处理结果' },
    CLRQ: { type: 'varchar(20)', label: '处理日期' },
    ZT: { type: 'char(1)', label: '状态' },
    SCBZ: { type: 'char(1)', label: '删除标志', ignore: 'deletion' },
    GXSJ: { type: 'datetime', label: '更新时间' },
  },
  key: ['TSID'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'SCBZ', values: ['1'] }],
});
