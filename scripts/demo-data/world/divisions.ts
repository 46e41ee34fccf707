/** County divisions of Tibet as they are now, each with the codes it had before; a few divisions elsewhere. */

export interface Division {
  readonly code: string;
  readonly name: string;
  /** Name of prefecture and county together, as written in addresses. */
  readonly place: string;
  readonly prefecture: string;
  /** Earlier codes of the same division. */
  readonly retired: readonly string[];
}

const PREFECTURES: Readonly<Record<string, string>> = {
  '5401': '拉萨市',
  '5402': '日喀则市',
  '5403': '昌都市',
  '5404': '林芝市',
  '5405': '山南市',
  '5406': '那曲市',
  '5425': '阿里地区',
};

const COUNTIES = `
540102 城关区; 540103 堆龙德庆区 540125; 540104 达孜区 540126; 540121 林周县; 540122 当雄县; 540123 尼木县;
540124 曲水县; 540127 墨竹工卡县;
540202 桑珠孜区 542301; 540221 南木林县 542322; 540222 江孜县 542323; 540223 定日县 542324; 540224 萨迦县 542325;
540225 拉孜县 542326; 540226 昂仁县 542327; 540227 谢通门县 542328; 540228 白朗县 542329; 540229 仁布县 542330;
540230 康马县 542331; 540231 定结县 542332; 540232 仲巴县 542333; 540233 亚东县 542334; 540234 吉隆县 542335;
540235 聂拉木县 542336; 540236 萨嘎县 542337; 540237 岗巴县 542338;
540302 卡若区 542121; 540321 江达县 542122; 540322 贡觉县 542123; 540323 类乌齐县 542124; 540324 丁青县 542125;
540325 察雅县 542126; 540326 八宿县 542127; 540327 左贡县 542128; 540328 芒康县 542129; 540329 洛隆县 542132;
540330 边坝县 542133;
540402 巴宜区 542621; 540421 工布江达县 542622; 540423 墨脱县 542624; 540424 波密县 542625; 540425 察隅县 542626;
540426 朗县 542627; 540481 米林市 540422 542623;
540502 乃东区 542221; 540521 扎囊县 542222; 540522 贡嘎县 542223; 540523 桑日县 542224; 540524 琼结县 542225;
540525 曲松县 542226; 540526 措美县 542227; 540527 洛扎县 542228; 540528 加查县 542229; 540529 隆子县 542231;
540531 浪卡子县 542233; 540581 错那市 540530 542232;
540602 色尼区 542421; 540621 嘉黎县 542422; 540622 比如县 542423; 540623 聂荣县 542424; 540624 安多县 542425;
540625 申扎县 542426; 540626 索县 542427; 540627 班戈县 542428; 540628 巴青县 542429; 540629 尼玛县 542430;
540630 双湖县 542431;
542521 普兰县; 542522 札达县; 542523 噶尔县; 542524 日土县; 542525 革吉县; 542526 改则县; 542527 措勤县`;

function parseCounty(line: string): Division {
  const [code = '', name = '', ...retired] = line.trim().split(' ');
  const prefecture = PREFECTURES[code.slice(0, 4)] ?? '';
  return { code, name, place: prefecture + name, prefecture, retired };
}

export const DIVISIONS: readonly Division[] = COUNTIES.split(';').map(parseCounty);

/** Ordinary codes of addresses outside Tibet. */
export const ELSEWHERE: readonly Division[] = [
  ['610000', '陕西省', '陕西省西安市'],
  ['510100', '成都市', '四川省成都市'],
  ['500000', '重庆市', '重庆市渝中区'],
  ['620100', '兰州市', '甘肃省兰州市'],
  ['630100', '西宁市', '青海省西宁市'],
].map(([code = '', name = '', place = '']) => ({ code, name, place, prefecture: place, retired: [] }));

/** Codes that start with 54 and are no division: never given, abolished without successor, or malformed. */
export const UNKNOWN_DIVISIONS = [
  '540199',
  '548812',
  '540777',
  '542134',
  '542136',
  '542137',
  '542528',
  '5401',
  '54O102',
];
