/**
 * 林芝市公共资源交易中心, one workbook a day with the full state: a row that is gone was deleted. Amounts are in 万元. Source: the
 * centre's interface document, section Columns.
 */
import { defineStream } from '../../connectors/stream.ts';

export const ENTERPRISES = defineStream({
  name: '企业',
  label: '企业',
  version: 1,
  columns: {
    企业编号: { type: 'C20', label: '企业编号' },
    企业名称: { type: 'C200', label: '企业名称' },
    信用代码: { type: 'C18', label: '信用代码' },
    法定代表人: { type: 'C50', label: '法定代表人' },
    联系电话: { type: 'C50', label: '联系电话' },
    '注册资本（万元）': { type: 'N..18,4', label: '注册资本' },
    地址: { type: 'C300', label: '地址' },
  },
  key: ['企业编号'],
  deletion: [{ by: 'absence' }],
});

export const PROJECTS = defineStream({
  name: '项目',
  label: '项目与标段',
  version: 1,
  columns: {
    标段编号: { type: 'C40', label: '标段编号' },
    项目编号: { type: 'C40', label: '项目编号' },
    项目名称: { type: 'C600', label: '项目名称' },
    标段名称: { type: 'C600', label: '标段名称' },
    类别: { type: 'C10', label: '类别' },
    招标人: { type: 'C200', label: '招标人' },
    代理机构: { type: 'C200', label: '代理机构' },
    县区: { type: 'C20', label: '县区' },
    '估算价（万元）': { type: 'N..18,4', label: '估算价' },
    立项日期: { type: 'C20', label: '立项日期', date: true },
  },
  key: ['标段编号'],
  deletion: [{ by: 'absence' }],
});

export const NOTICES = defineStream({
  name: '公告',
  label: '公告',
  version: 1,
  columns: {
    公告编号: { type: 'C40', label: '公告编号' },
    项目编号: { type: 'C40', label: '项目编号' },
    标题: { type: 'C600', label: '标题' },
    类型: { type: 'C10', label: '类型' },
    发布日期: { type: 'C20', label: '发布日期', date: true },
  },
  key: ['公告编号'],
  deletion: [{ by: 'absence' }],
});

export const RESULTS = defineStream({
  name: '结果',
  label: '结果',
  version: 1,
  columns: {
    结果编号: { type: 'C40', label: '结果编号' },
    标段编号: { type: 'C40', label: '标段编号' },
    中标人: { type: 'C200', label: '中标人' },
    '中标价（万元）': { type: 'N..18,4', label: '中标价' },
    中标日期: { type: 'C20', label: '中标日期', date: true },
  },
  key: ['结果编号'],
  deletion: [{ by: 'absence' }],
});
