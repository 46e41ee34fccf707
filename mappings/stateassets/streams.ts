/**
 * 国资委国有产权交易中心, one workbook a year: what each sheet promises to deliver. Source: the centre's interface
 * document, sections Known oddities and Columns. Amounts are in 万元.
 */
import { defineStream } from '../../connectors/stream.ts';

export const DIRECTORY = defineStream({
  name: '转受让方名录',
  label: '转让方、受让方名录',
  version: 1,
  columns: {
    编号: { type: 'C20', label: '编号' },
    类型: { type: 'C10', label: '类型' },
    名称: { type: 'C200', label: '名称' },
    代码: { type: 'C18', label: '代码' },
    法定代表人: { type: 'C50', label: '法定代表人' },
    联系人: { type: 'C50', label: '联系人' },
    联系电话: { type: 'C50', label: '联系电话' },
    地址: { type: 'C300', label: '地址' },
  },
  key: ['编号'],
  deletion: [{ by: 'absence' }],
});

export const ASSET_LISTINGS = defineStream({
  name: '实物资产挂牌',
  label: '实物资产挂牌',
  version: 1,
  columns: {
    序号: {
      type: 'C10',
      label: '序号',
      ignore: 'technical',
      note: { zh: '行号，不是主键', en: 'row number, not a key' },
    },
    项目编号: { type: 'C40', label: '项目编号' },
    标的名称: { type: 'C300', label: '标的名称' },
    资产类别: { type: 'C20', label: '资产类别' },
    转让方名称: { type: 'C200', label: '转让方名称', fillDown: true },
    转让方代码: { type: 'C18', label: '转让方代码', fillDown: true },
    评估值: { type: 'N..18,6', label: '评估值', unit: '万元' },
    挂牌价: { type: 'N..18,6', label: '挂牌价', unit: '万元' },
    挂牌日期: { type: 'C20', label: '挂牌日期', date: true },
    挂牌期间: { type: 'C10', label: '挂牌期间' },
    交易方式: { type: 'C20', label: '交易方式' },
    状态: { type: 'C10', label: '状态' },
    备注: { type: 'C500', label: '备注' },
  },
  key: ['项目编号'],
  deletion: [{ by: 'strike' }],
});

export const EQUITY_LISTINGS = defineStream({
  name: '股权挂牌',
  label: '股权挂牌',
  version: 1,
  columns: {
    序号: { type: 'C10', label: '序号', ignore: 'technical', note: { zh: '行号', en: 'row number' } },
    项目编号: { type: 'C40', label: '项目编号' },
    标的企业名称: { type: 'C200', label: '标的企业名称' },
    标的企业代码: { type: 'C18', label: '标的企业代码' },
    转让比例: { type: 'C10', label: '转让比例' },
    转让方名称: { type: 'C200', label: '转让方名称', fillDown: true },
    转让方代码: { type: 'C18', label: '转让方代码', fillDown: true },
    净资产评估值: { type: 'N..18,6', label: '净资产评估值', unit: '万元' },
    挂牌价: { type: 'N..18,6', label: '挂牌价', unit: '万元' },
    挂牌日期: { type: 'C20', label: '挂牌日期', date: true },
    状态: { type: 'C10', label: '状态' },
    备注: { type: 'C500', label: '备注' },
  },
  key: ['项目编号'],
  deletion: [{ by: 'strike' }],
});

export const DEALS = defineStream({
  name: '成交结果',
  label: '成交结果',
  version: 1,
  columns: {
    序号: { type: 'C10', label: '序号', ignore: 'technical', note: { zh: '行号', en: 'row number' } },
    项目编号: { type: 'C40', label: '项目编号' },
    标的名称: { type: 'C300', label: '标的名称' },
    受让方名称: { type: 'C200', label: '受让方名称' },
    受让方代码: { type: 'C18', label: '受让方代码' },
    成交价: { type: 'N..18,6', label: '成交价', unit: '万元' },
    成交日期: { type: 'C20', label: '成交日期', date: true },
    交易方式: { type: 'C20', label: '交易方式' },
  },
  key: ['项目编号'],
  deletion: [{ by: 'absence' }],
});
