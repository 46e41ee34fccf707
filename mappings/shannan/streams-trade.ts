/**
 * 山南市公共资源交易中心, PostgreSQL: rows change in place, and `updated_at` is the only sign of it. Many rows share a second, and
 * the clock of the server once jumped back. Deletion is a flag that may be taken back. Source: the centre's interface
 * document.
 */
import { defineStream } from '../../connectors/stream.ts';
import { CHANGES } from './changes.ts';

export const PROJECT = defineStream({
  name: 'project',
  label: '项目',
  version: 1,
  columns: {
    id: { type: 'bigint', label: '主键' },
    project_no: { type: 'varchar(50)', label: '项目编号' },
    name: { type: 'varchar(600)', label: '名称' },
    invest_code: { type: 'varchar(24)', label: '投资项目代码' },
    category: { type: 'varchar(3)', label: '交易类别' },
    owner_name: { type: 'varchar(200)', label: '招标人' },
    owner_code: { type: 'varchar(20)', label: '招标人代码' },
    agency_name: { type: 'varchar(200)', label: '代理' },
    area_code: { type: 'varchar(6)', label: '区划' },
    amount: { type: 'numeric(18,2)', label: '金额' },
    created_on: { type: 'date', label: '立项日期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updated_at: { type: 'timestamp(0)', label: '更新时间' },
  },
  ...CHANGES,
});

export const SECTION = defineStream({
  name: 'section',
  label: '标段',
  version: 1,
  columns: {
    id: { type: 'bigint', label: '主键' },
    project_id: { type: 'bigint', label: '项目' },
    name: { type: 'varchar(600)', label: '名称' },
    estimate: { type: 'numeric(18,2)', label: '估算价' },
    days: { type: 'integer', label: '工期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updated_at: { type: 'timestamp(0)', label: '更新时间' },
  },
  ...CHANGES,
});

export const NOTICE = defineStream({
  name: 'notice',
  label: '公告',
  version: 1,
  columns: {
    id: { type: 'bigint', label: '主键' },
    project_id: { type: 'bigint', label: '项目' },
    title: { type: 'varchar(600)', label: '标题' },
    notice_type: { type: 'smallint', label: '类型' },
    published_at: { type: 'timestamp', label: '发布时间' },
    content: { type: 'text', label: '内容' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updated_at: { type: 'timestamp(0)', label: '更新时间' },
  },
  ...CHANGES,
});

export const RESULT = defineStream({
  name: 'result',
  label: '结果',
  version: 1,
  columns: {
    id: { type: 'bigint', label: '主键' },
    section_id: { type: 'bigint', label: '标段' },
    winner_name: { type: 'varchar(200)', label: '中标人' },
    winner_code: { type: 'varchar(20)', label: '中标人代码' },
    amount: { type: 'numeric(18,2)', label: '中标价' },
    win_date: { type: 'date', label: '中标日期' },
    deleted: { type: 'boolean', label: '删除', ignore: 'deletion' },
    updated_at: { type: 'timestamp(0)', label: '更新时间' },
  },
  ...CHANGES,
});
