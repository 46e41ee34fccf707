/**
 * 发展改革委“一站式”审批服务中心, drop folder of XML packages: investment projects, approved tender plans, complaints. What each
 * file type promises to deliver. Source: the centre's interface document, section Columns.
 *
 * A package may hold several states of a record, and the last one counts.
 */
import { defineStream } from '../../connectors/stream.ts';

export const TZXM = defineStream({
  name: 'TZXM',
  label: '投资项目',
  version: 1,
  columns: {
    XMDM: { type: 'C24', label: '投资项目统一代码' },
    XMMC: { type: 'C600', label: '项目名称' },
    XMLX: { type: 'C10', label: '项目类型' },
    JSDWMC: { type: 'C200', label: '建设单位名称' },
    JSDWDM: { type: 'C18', label: '建设单位代码' },
    XZQH: { type: 'C6', label: '行政区划' },
    JSDD: { type: 'C200', label: '建设地点' },
    ZTZ: { type: 'N..18,4', label: '总投资' },
    ZJLY: { type: 'C1000', label: '资金来源' },
    HYDM: { type: 'C4', label: '国标行业' },
    LXRQ: { type: 'C20', label: '立项日期' },
    PFWH: { type: 'C100', label: '批复文号' },
    PFJG: { type: 'C200', label: '批复机关' },
    LXR: { type: 'C50', label: '联系人' },
    LXDH: { type: 'C50', label: '联系电话' },
    CZBZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    GXSJ: { type: 'C19', label: '更新时间' },
  },
  key: ['XMDM'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'], mayBeBare: true }],
  repeated: 'last',
});

export const ZBFAHZ = defineStream({
  name: 'ZBFAHZ',
  label: '招标方案核准',
  version: 1,
  columns: {
    HZBH: { type: 'C30', label: '核准编号' },
    XMDM: { type: 'C24', label: '投资项目代码' },
    XMMC: { type: 'C600', label: '项目名称' },
    ZBNR: { type: 'C50', label: '招标内容' },
    ZBZZXS: { type: 'C10', label: '招标组织形式' },
    ZBFS: { type: 'C10', label: '招标方式' },
    GSJE: { type: 'N..18,4', label: '估算金额' },
    HZWH: { type: 'C100', label: '核准文号' },
    HZRQ: { type: 'C20', label: '核准日期' },
    CZBZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    GXSJ: { type: 'C19', label: '更新时间' },
  },
  key: ['HZBH'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'], mayBeBare: true }],
  repeated: 'last',
});

export const TSXX = defineStream({
  name: 'TSXX',
  label: '招投标投诉',
  version: 1,
  columns: {
    TSBH: { type: 'C30', label: '投诉编号' },
    XMDM: { type: 'C24', label: '投资项目代码' },
    XMMC: { type: 'C600', label: '项目名称' },
    TSR: { type: 'C200', label: '投诉人' },
    BTSR: { type: 'C200', label: '被投诉人' },
    TSNR: { type: 'C2000', label: '投诉内容' },
    TSRQ: { type: 'C20', label: '投诉日期' },
    CLQK: { type: 'C1000', label: '处理情况' },
    CZBZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    GXSJ: { type: 'C19', label: '更新时间' },
  },
  key: ['TSBH'],
  cursor: { column: 'GXSJ', kind: 'modification' },
  deletion: [{ by: 'flag', column: 'CZBZ', values: ['D'], mayBeBare: true }],
  repeated: 'last',
});
