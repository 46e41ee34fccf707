/**
 * 自治区政府办公厅电子政务中心, database egov_ggzy: notices and their attachments. What each table promises to deliver. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const XX_GG = defineStream({
  name: 'xx_gg',
  label: '公告信息',
  version: 1,
  columns: {
    GGID: { type: 'varchar(36)', label: '主键' },
    GGBT: { type: 'varchar(600)', label: '公告标题' },
    GGLX: { type: 'varchar(2)', label: '公告类型' },
    JYLB: { type: 'varchar(3)', label: '交易类别' },
    XMBH: { type: 'varchar(100)', label: '项目编号' },
    XMMC: { type: 'varchar(600)', label: '项目名称' },
    ZBRMC: { type: 'varchar(200)', label: '招标人/采购人/出让人' },
    ZBDLMC: { type: 'varchar(200)', label: '代理机构' },
    ZBRXMC: { type: 'varchar(300)', label: '中标人名称' },
    ZBJE: { type: 'varchar(100)', label: '中标金额' },
    JEDW: { type: 'varchar(10)', label: '金额单位' },
    XZQH: { type: 'varchar(6)', label: '行政区划' },
    FBSJ: { type: 'varchar(30)', label: '发布时间' },
    GGNR: { type: 'longtext', label: '公告内容' },
    LYDW: { type: 'varchar(20)', label: '来源单位' },
    CXBZ: { type: 'char(1)', label: '撤销标志' },
    SCBZ: { type: 'char(1)', label: '删除标志', ignore: 'deletion' },
    GXSJ: { type: 'datetime', label: '更新时间' },
  },
  key: ['GGID'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'SCBZ', values: ['1'] }],
});

export const XX_FJ = defineStream({
  name: 'xx_fj',
  label: '公告附件',
  version: 1,
  columns: {
    FJID: { type: 'bigint', label: '主键' },
    GGID: { type: 'varchar(36)', label: '公告主键' },
    WJM: { type: 'varchar(255)', label: '文件名' },
    WJLJ: { type: 'varchar(500)', label: '文件路径' },
    WJDX: { type: 'varchar(20)', label: '文件大小' },
    MD5: { type: 'varchar(32)', label: '摘要' },
    SCSJ: { type: 'datetime', label: '上传时间' },
  },
  key: ['FJID'],
  cursor: { column: 'SCSJ', kind: 'business' },
  deletion: [{ by: 'absence' }],
});
