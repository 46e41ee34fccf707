/** Words that companies and offices are named with. Data: extend it when a register uses others. */

/**
 * Forms of organisation behind the name of a company, longest first, and the form they count as. 有限公司, 有限责任公司 and a
 * plain 公司 are registered and typed for one another; a company limited by shares (股份) or a group (集团) is another body.
 */
export const FORMS: readonly (readonly [ending: string, form: string])[] = [
  ['集团股份有限公司', 'GS'],
  ['集团股份公司', 'GS'],
  ['股份集团有限公司', 'GS'],
  ['集团有限责任公司', 'GL'],
  ['集团有限公司', 'GL'],
  ['集团公司', 'GL'],
  ['控股集团', 'GL'],
  ['股份有限公司', 'S'],
  ['股份公司', 'S'],
  ['有限责任公司', 'L'],
  ['有限公司', 'L'],
  ['集团', 'GL'],
  ['公司', 'L'],
  ['农民专业合作社', 'C'],
  ['专业合作社', 'C'],
  ['合作社', 'C'],
  ['(特殊普通合伙)', 'P'],
  ['(普通合伙)', 'P'],
  ['(有限合伙)', 'P'],
];

/** Slips in the fixed words of a name: they sound or look alike, and no other word stands there. */
export const FIXED_WORD_SLIPS: readonly (readonly [slip: RegExp, form: string])[] = [
  [/^西[臧葬]/g, '西藏'],
  [/有[陷现线宪]/g, '有限'],
  [/责[仁认]/g, '责任'],
  [/公[司可伺]$/g, '公司'],
];

/** 行业: what a company does, as it stands between its 字号 and its form. Several may follow one another. */
export const TRADES: readonly string[] = (
  '建筑 建设 工程 商贸 贸易 商业 科技 技术 信息 信息技术 信息系统 系统 集成 网络 软件 通信 电子 数码 智能 自动化 装饰 装修 装饰装修 幕墙 消防 消防设备 ' +
  '市政 水利 水电 水利水电 公路 路桥 桥梁 桥隧 隧道 交通 交通设施 养护 铁路 岩土 地基 基础 爆破 钢结构 矿业 矿产 地质 勘察 勘测 勘查 测绘 设计 规划 监理 检测 ' +
  '试验 招标 代理 采购 造价 咨询 项目 管理 投资 资产 资产管理 国有资产 经营 城市 城市建设 开发 房地产 房地产开发 置业 地产 物业 物业服务 园林 绿化 景观 ' +
  '环保 环境 环卫 生态 能源 新能源 电力 光伏 燃气 石油 石化 化工 建材 水泥 混凝土 机械 机电 设备 安装 器材 器械 医疗 医疗器械 医药 药业 生物 制药 卫生 ' +
  '办公 用品 办公用品 文具 家具 家居 家电 电器 汽车 汽车销售 汽车服务 维修 租赁 运输 物流 仓储 快递 航空 旅游 酒店 宾馆 餐饮 食品 粮油 饮料 酒业 水业 ' +
  '农业 农牧 牧业 林业 种业 养殖 种植 畜牧 饲料 农机 花卉 纺织 服装 鞋业 皮革 地毯 印务 印刷 广告 传媒 文化 文化传播 艺术 影视 出版 图书 教育 培训 体育 ' +
  '人力资源 劳务 保安 安保 家政 保洁 服务 销售 批发 零售 超市 百货 实业 产业 发展 控股 金融 担保 保险 典当 拍卖 评估 会计 税务 律师 法律 知识产权 ' +
  '专业 综合 材料 制造 加工 进出口 国际 供应链 电子商务 大数据 研究 工艺 民族 手工 藏药 珠宝'
).split(' ');

/**
 * Offices renamed by the reform of state bodies in 2018 and after it: ending before, ending now. The same office keeps its
 * credit code; without a code the two names are a hint, no proof.
 */
export const RENAMED_OFFICES: readonly (readonly [before: string, now: string])[] = [
  ['国土资源', '自然资源'],
  ['环境保护', '生态环境'],
  ['环保', '生态环境'],
  ['卫生和计划生育委员会', '卫生健康委员会'],
  ['卫生计生委', '卫生健康委员会'],
  ['卫计委', '卫生健康委员会'],
  ['卫健委', '卫生健康委员会'],
  ['工商行政管理', '市场监督管理'],
  ['质量技术监督', '市场监督管理'],
  ['食品药品监督管理', '市场监督管理'],
  ['农牧', '农业农村'],
  ['农业', '农业农村'],
  ['林业', '林业和草原'],
  ['安全生产监督管理', '应急管理'],
  ['安监', '应急管理'],
  ['旅游发展', '文化和旅游'],
  ['旅游', '旅游发展'],
  ['文化', '文化和旅游'],
  ['城市管理和综合执法', '城市管理'],
  ['扶贫开发办公室', '乡村振兴局'],
  ['法制办公室', '司法局'],
  ['发改委', '发展和改革委员会'],
  ['住建', '住房和城乡建设'],
  ['人社', '人力资源和社会保障'],
];
