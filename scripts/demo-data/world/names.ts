/** Invented names of persons and companies. Any likeness to a real person is chance: names are drawn syllable-wise. */
import type { Random } from '../forms/random.ts';

export type Sex = '1' | '2';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁任沈姚卢姜崔';
const GIVEN_MALE = '伟强磊军洋勇杰涛超明刚平辉鹏飞斌波宁云浩凯建国志文俊峰海龙东林旭晨宏永安庆成康立新';
const GIVEN_FEMALE = '芳娜敏静丽艳娟霞燕红梅玲英华慧洁雪琳萍莉倩颖佳琴兰凤秀珍莲晓婷璐瑶';

const UNITS_ANY =
  '扎西 次仁 洛桑 桑杰 格桑 达瓦 尼玛 巴桑 米玛 拉巴 普布 边巴 索朗 丹增 仁青 仁增 白玛 次旺 次旦 嘎玛 欧珠 桑丹 其美 曲吉 贡觉';
const UNITS_MALE =
  '多吉 旺堆 平措 旺久 贡布 强巴 江白 土登 益西 阿旺 晋美 群培 坚赞 罗布 旦巴 顿珠 伦珠 达杰 赤列 朗杰 桑布 热旦 罗追 格列 洛旦 桑珠';
const UNITS_FEMALE = '卓玛 央金 央宗 德吉 曲珍 拉姆 卓嘎 次央 白珍 玉珍 达珍 旺姆 曲央 拉珍 美朵 次珍 桑姆 曲宗 德庆';
/** Spellings that occur beside the usual one. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  次仁: ['才仁', '泽仁'],
  丹增: ['旦增', '单增'],
  平措: ['彭措', '朋措'],
  达瓦: ['达娃'],
  索朗: ['索南', '四郎'],
  格桑: ['嘎桑'],
  曲珍: ['曲真'],
  多吉: ['多杰'],
  扎西: ['札西'],
};

const words = (text: string): string[] => text.split(' ');
const ANY = words(UNITS_ANY);
const MALE = [...ANY, ...words(UNITS_MALE)];
const FEMALE = [...ANY, ...words(UNITS_FEMALE)];

function hanName(random: Random, sex: Sex): string {
  const given = (sex === '1' ? GIVEN_MALE : GIVEN_FEMALE).split('');
  const first = random.pick(SURNAMES.split('')) + random.pick(given);
  return random.chance(0.75) ? first + random.pick(given) : first;
}

function tibetanUnit(random: Random, units: readonly string[]): string {
  const unit = random.pick(units);
  const others = SPELLINGS[unit];
  return others !== undefined && random.chance(0.25) ? random.pick(others) : unit;
}

function tibetanName(random: Random, sex: Sex): string {
  const units = sex === '1' ? MALE : FEMALE;
  const first = tibetanUnit(random, units);
  if (random.chance(0.1)) return first;
  const second = tibetanUnit(random, units);
  if (random.chance(0.03)) return `${tibetanUnit(random, ANY)}·${first}${second}${tibetanUnit(random, units)}`;
  return first === second ? `${first}次旺` : first + second;
}

export function personName(random: Random, sex: Sex): string {
  return random.chance(0.65) ? tibetanName(random, sex) : hanName(random, sex);
}

const BRAND_FIRST = '雪高蓝净圣瑞祥泰恒鼎金银玉珠康安吉嘉鸿华盛隆兴宏远达通荣';
const BRAND_SECOND = '域原湖峰川岭源泽光辰星锦莲桥途鹰羚鹤松柏岩溪云霞阳晟坤';
const TRADES = words(
  '建筑工程 商贸 科技 信息技术 医疗器械 办公用品 家具 汽车销售 环保工程 印务 物业管理 文化传媒 农牧开发 装饰工程 消防设备 测绘 服装',
);
const AGENCY_TRADES = words('招标代理 工程项目管理 造价咨询 工程咨询');
const FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '集团有限公司', '股份有限公司'];

/** `brand` is what stays when the company is renamed or written in another form. */
export interface CompanyName {
  readonly brand: string;
  readonly full: string;
}

export function companyName(random: Random, place: string, agency: boolean): CompanyName {
  let brand = random.pick(BRAND_FIRST.split('')) + random.pick(BRAND_SECOND.split(''));
  if (random.chance(0.6)) brand += random.pick(BRAND_SECOND.split(''));
  const tail = random.pick(agency ? AGENCY_TRADES : TRADES) + random.pick(FORMS);
  return { brand, full: random.chance(0.12) ? `${brand}（${place}）${tail}` : place + brand + tail };
}

const OFFICES = words(
  '教育局 卫生健康委员会 公安局 民政局 财政局 农业农村局 水利局 交通运输局 文化局 林业和草原局 自然资源局 生态环境局 市场监督管理局 统计局 应急管理局 人民医院 第一中学 中心小学 档案馆 融媒体中心 藏医院 气象局 扶贫开发办公室 信访局',
);
/** Names from before the reform of 2018. */
export const FORMER_OFFICES: Readonly<Record<string, string>> = {
  卫生健康委员会: '卫生和计划生育委员会',
  自然资源局: '国土资源局',
  生态环境局: '环境保护局',
  市场监督管理局: '工商行政管理局',
  农业农村局: '农牧局',
};

export function officeName(random: Random, place: string): { readonly now: string; readonly former: string | null } {
  const office = random.pick(OFFICES);
  const former = FORMER_OFFICES[office];
  return { now: place + office, former: former === undefined ? null : place + former };
}
