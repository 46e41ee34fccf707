/**
 * 那曲市公共资源交易中心, a REST service with pages ordered by time of change. A record that changes while pages are read may come
 * twice: the later one counts. A deleted record stays visible with its key alone. Source: the centre's interface document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const PROJECTS = defineStream({
  name: 'projects',
  label: '项目',
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    projectCode: { type: 'string', label: '项目编号' },
    projectName: { type: 'string', label: '项目名称' },
    investCode: { type: 'string', label: '投资项目代码' },
    category: { type: 'string', label: '交易类别' },
    tenderer: { type: 'string', label: '招标人' },
    agency: { type: 'string', label: '代理' },
    areaNo: { type: 'string', label: '区划' },
    amount: { type: 'number or string', label: '金额' },
    createDate: { type: 'string', label: '立项日期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updateTime: { type: 'string', label: '更新时间' },
  },
  ...CHANGES,
});

export const SECTIONS = defineStream({
  name: 'sections',
  label: '标段',
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    projectId: { type: 'string', label: '项目' },
    bidSectionName: { type: 'string', label: '标段名称' },
    estimate: { type: 'number or string', label: '估算价' },
    days: { type: 'number', label: '工期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updateTime: { type: 'string', label: '更新时间' },
  },
  ...CHANGES,
});

export const NOTICES = defineStream({
  name: 'notices',
  label: '公告',
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    projectId: { type: 'string', label: '项目' },
    title: { type: 'string', label: '标题' },
    type: { type: 'string', label: '类型' },
    publishTime: { type: 'string', label: '发布时间' },
    txt: { type: 'string', label: '内容' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updateTime: { type: 'string', label: '更新时间' },
  },
  ...CHANGES,
});

export const RESULTS = defineStream({
  name: 'results',
  label: '结果',
  version: 1,
  columns: {
    id: { type: 'string', label: '标识' },
    sectionId: { type: 'string', label: '标段' },
    winner: { type: 'string', label: '中标人' },
    winnerCode: { type: 'string', label: '中标人代码' },
    amount: { type: 'number or string', label: '中标价' },
    winDate: { type: 'string', label: '中标日期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updateTime: { type: 'string', label: '更新时间' },
  },
  ...CHANGES,
});
