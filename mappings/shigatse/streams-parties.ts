/**
 * 日喀则市公共资源交易中心, nightly drops of GB18030 CSV files: the first is complete, later ones hold changes alone. The later
 * change of a key counts, and a deletion carries the key alone. Source: the centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const QYXX = defineStream({
  name: 'qyxx',
  label: '企业信息',
  version: 1,
  columns: {
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    QYID: { type: 'C20', label: '企业标识' },
    MC: { type: 'C200', label: '名称' },
    DM: { type: 'C18', label: '代码' },
    FR: { type: 'C50', label: '法人' },
    DH: { type: 'C50', label: '电话' },
    DZ: { type: 'C300', label: '地址' },
    QH: { type: 'C6', label: '区划' },
    ZCZB: { type: 'N..18,6', label: '注册资本' },
    GXSJ: { type: 'C14', label: '更新时间' },
  },
  key: ['QYID'],
  ...CHANGES,
});

export const ZJXX = defineStream({
  name: 'zjxx',
  label: '专家信息',
  version: 1,
  columns: {
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
    ZJID: { type: 'C20', label: '专家标识' },
    XM: { type: 'C50', label: '姓名' },
    ZJHM: { type: 'C20', label: '证件号码' },
    XB: { type: 'C2', label: '性别' },
    DW: { type: 'C200', label: '单位' },
    SJ: { type: 'C30', label: '手机' },
    ZC: { type: 'C50', label: '职称' },
    ZY: { type: 'C200', label: '专业' },
    GXSJ: { type: 'C14', label: '更新时间' },
  },
  key: ['ZJID'],
  ...CHANGES,
});
