/** Columns and keys of both systems, in the order of their interface documents. */

const TABLES = `
CG_XM: XMID XMBH XMMC CGRID CGR_MC CGDLID CGDL_MC XMLB CGFS CGFS_MC ZZXS YSJE ZJLY XZQHDM TZXMDM LXSJ ZT IS_DEL CZR XGSJ
CG_FB: FBID XMID FBBH FBMC PMDM YSJE ZT XGSJ
CG_GG: GGID XMID GGLX BT NR FBSJ JZSJ IS_DEL
CG_CGR: CGRID DWMC XYDM YSDM FZR LXR LXDH DZ XZQHDM ZT XGSJ
CG_DLJG: DLID JGMC XYDM FDDBR LXR LXDH DZ ZCZB MLRQ ZT XGSJ
CG_GYS: GYSID GYSLX MC XYDM YYZZH FDDBR ZCZB DZ XZQHDM LXR LXDH KHH ZH DLM MM IS_DEL ZCSJ XGSJ EXT1
CG_ZJ: ZJID ZJBH XM XMPY XB SFZH CSRQ XL ZC GZDW ZW SFZZ SJ DH DZ XZQHDM RKSJ ZT MM YHKH XGSJ
CG_ZJ_ZY: ZJID PMDM PMMC SFZP
CG_TB: TBID FBID GYSID GYS_MC BJ BZJ TBSJ PSDF
CG_ZBJG: JGID FBID GYSID GYS_MC CJJE CJJE_DX GGSJ
CG_HT: HTID FBID HTBH HTMC HTJE QDSJ HTQX IS_DEL
CG_ZYTS: ZYID XMID LX TCR NR DJSJ DFNR ZT`;

const SHEETS = `
实物资产挂牌: 序号 项目编号 标的名称 资产类别 转让方名称 转让方代码 评估值 挂牌价 挂牌日期 挂牌期间 交易方式 状态 备注
股权挂牌: 序号 项目编号 标的企业名称 标的企业代码 转让比例 转让方名称 转让方代码 净资产评估值 挂牌价 挂牌日期 状态 备注
成交结果: 序号 项目编号 标的名称 受让方名称 受让方代码 成交价 成交日期 交易方式
转受让方名录: 编号 类型 名称 代码 法定代表人 联系人 联系电话 地址`;

function parse(text: string): Record<string, readonly string[]> {
  const entries = text
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  return Object.fromEntries(entries.map(([name = '', columns = '']) => [name, columns.split(' ')]));
}

export const TABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = parse(TABLES);
export const SHEET_COLUMNS: Readonly<Record<string, readonly string[]>> = parse(SHEETS);

/** Fields that make the source_key of a stream. */
export function keyFields(stream: string): readonly string[] {
  if (stream === 'CG_ZJ_ZY') return ['ZJID', 'PMDM'];
  const columns = TABLE_COLUMNS[stream];
  if (columns !== undefined) return columns.slice(0, 1);
  return stream === '转受让方名录' ? ['编号'] : ['项目编号'];
}

export function workbookName(year: number): string {
  return `${year}年产权交易台账.xlsx`;
}
