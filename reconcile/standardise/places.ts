/** Names of places as they begin an address or a company name: province, prefecture, county. Tibet by the code lists. */
import { DIVISIONS, RETIRED_DIVISIONS } from '../../schemas/codes/divisions.ts';

const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 ' +
  '内蒙古 广西 西藏 宁夏 新疆 香港 澳门';
const PROVINCE_SUFFIX = /^(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)/;
/** Seats that companies put before their name without the province. */
const CITIES =
  '成都 西安 兰州 西宁 武汉 长沙 郑州 南京 杭州 合肥 广州 深圳 昆明 贵阳 南宁 福州 南昌 济南 青岛 石家庄 太原 沈阳 大连 长春 哈尔滨 银川 乌鲁木齐 ' +
  '呼和浩特 海口 厦门 宁波 苏州 无锡 绵阳 德阳 雅安 格尔木 玉树 甘孜 阿坝 迪庆';
const CITY_SUFFIX = /^市/;
/** 阿里市: a prefecture written with a suffix it never had. */
const STRAY_SUFFIX = /^(?:市(?!场)|地区)/;
const UNIT_SUFFIX = /(?:地区|市|区|县)$/;
/** 朗县, 索县: a name of one character never stands without its suffix. */
const SHORTEST_BARE = 2;

export interface Place {
  /** Every level named, widest first, without the suffixes 省, 市, 自治区, 地区; counties keep theirs: 西藏, 拉萨, 城关区. */
  readonly levels: readonly string[];
  /** What stands behind the place. */
  readonly rest: string;
}

interface Known {
  readonly short: string;
  readonly isCounty: boolean;
}

function knownDivisions(): Map<string, Known> {
  const known = new Map<string, Known>();
  const names = [...DIVISIONS, ...[...RETIRED_DIVISIONS].map(([code, { name }]) => [code, name] as const)];
  for (const [code, name] of names) {
    if (code === '540000') continue;
    const isCounty = !code.endsWith('00');
    const bare = name.replace(UNIT_SUFFIX, '');
    const short = isCounty || bare.length < SHORTEST_BARE ? name : bare;
    if (!known.has(name)) known.set(name, { short, isCounty });
    if (!isCounty && bare.length >= SHORTEST_BARE) known.set(bare, { short, isCounty });
  }
  return known;
}

const TIBET = knownDivisions();
const LONGEST = Math.max(...[...TIBET.keys()].map((name) => name.length));

function takeProvince(text: string): Place | null {
  for (const province of PROVINCES.split(' ')) {
    if (text.startsWith(province)) {
      return { levels: [province], rest: text.slice(province.length).replace(PROVINCE_SUFFIX, '') };
    }
  }
  for (const city of CITIES.split(' ')) {
    if (text.startsWith(city)) return { levels: [city], rest: text.slice(city.length).replace(CITY_SUFFIX, '') };
  }
  return null;
}

function takeDivision(text: string): Place | null {
  for (let length = Math.min(LONGEST, text.length); length >= SHORTEST_BARE; length--) {
    const known = TIBET.get(text.slice(0, length));
    if (known === undefined) continue;
    const rest = text.slice(length);
    // 林芝市场监督管理局: the 市 belongs to the market.
    if (rest.startsWith('场') && text[length - 1] === '市') return { levels: [known.short], rest: `市${rest}` };
    return { levels: [known.short], rest: known.isCounty ? rest : rest.replace(STRAY_SUFFIX, '') };
  }
  return null;
}

/** Takes the places off the front of a text in one form (`characters.ts`). 西藏自治区拉萨市金珠路1号 → 西藏, 拉萨. */
export function takePlace(text: string): Place {
  const levels: string[] = [];
  let rest = text;
  const province = takeProvince(rest);
  if (province !== null) {
    levels.push(...province.levels);
    rest = province.rest;
  }
  for (let found = takeDivision(rest); found !== null && levels.length < 3; found = takeDivision(rest)) {
    levels.push(...found.levels);
    rest = found.rest;
  }
  return { levels, rest };
}

/** Whether a text is nothing but a place: 西藏, 拉萨市, 成都. */
export function isPlace(text: string): boolean {
  const { levels, rest } = takePlace(text);
  return levels.length > 0 && rest === '';
}
