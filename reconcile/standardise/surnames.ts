/** Surnames of Han people, which some Tibetan names carry in front as well (张彭措). Two-character ones are rare but real. */
const SINGLE =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜' +
  '范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤' +
  '毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯' +
  '阮桂闵解强柴华车冉房边丘储耿刁宫候';
const DOUBLE = '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒';

const SINGLES = new Set(SINGLE);
const DOUBLES = new Set(DOUBLE.split(' '));

/** The surname a name may begin with; empty where none is known. It says nothing of whether it is one here. */
export function possibleSurname(name: string): string {
  const two = name.slice(0, 2);
  if (name.length > 2 && DOUBLES.has(two)) return two;
  const one = name.slice(0, 1);
  return name.length > 1 && SINGLES.has(one) ? one : '';
}
