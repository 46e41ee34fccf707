/**
 * 日喀则市公共资源交易中心, nightly drops of GB18030 CSV files: the first is complete, later ones hold changes alone. The later
 * change of a key counts, and a deletion carries the key alone. Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const XMXX = defineStream({
  name: 'xmxx',
  label: '项目信息',
  version: 1,
  columns: {
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    XMID: { type: 'C20', label: '项目标识' },
    XMBH: { type: 'C50', label: '项目编号' },
    XMMC: { type: 'C600', label: '项目名称' },
    LB: { type: 'C3', label: '交易类别' },
    ZBR: { type: 'C200', label: '招标人' },
    DL: { type: 'C200', label: '代理' },
    QH: { type: 'C6', label: '区划' },
    JE: { type: 'N..18,6', label: '金额' },
    LXRQ: { type: 'C10', label: '立项日期' },
    GXSJ: { type: 'C14', label: '更新时间' },
  },
  key: ['XMID'],
  ...CHANGES,
});

export const BDXX = defineStream({
  name: 'bdxx',
  label: '标段信息',
  version: 1,
  columns: {
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    BDID: { type: 'C20', label: '标段标识' },
    XMID: { type: 'C20', label: '项目标识' },
    MC: { type: 'C600', label: '名称' },
    GSJ: { type: 'N..18,6', label: '估算价' },
    GXSJ: { type: 'C14', label: '更新时间' },
  },
  key: ['BDID'],
  ...CHANGES,
});

export const JGXX = defineStream({
  name: 'jgxx',
  label: '结果信息',
  version: 1,
  columns: {
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    JGID: { type: 'C20', label: '结果标识' },
    BDID: { type: 'C20', label: '标段标识' },
    ZBR: { type: 'C200', label: '中标人' },
    ZBRDM: { type: 'C18', label: '中标人代码' },
    ZBJ: { type: 'N..18,6', label: '中标价' },
    RQ: { type: 'C10', label: '日期' },
    GXSJ: { type: 'C14', label: '更新时间' },
  },
  key: ['JGID'],
  ...CHANGES,
});
