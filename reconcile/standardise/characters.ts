/** The alphabet of comparison: one form per character, so that equality in any engine means equality to the eye. */

/** Traditional and variant forms met in names, each before the form that stands for it. Not a converter of texts. */
const FORMS =
  '張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马許许鄧邓馮冯蕭肖葉叶盧卢陸陆羅罗鄭郑謝谢韓韩蔣蒋賈贾龍龙萬万東东華华國国偉伟' +
  '軍军濤涛強强傑杰紅红麗丽蘭兰鳳凤瓊琼達达爾尔倫伦貢贡覺觉増增堅坚贊赞諾诺頓顿歐欧澤泽瑪玛衛卫慶庆雲云齊齐賢贤寶宝' +
  '銀银銅铜鐵铁錦锦長长門门開开關关聖圣廣广場场壩坝縣县區区鄉乡鎮镇藝艺農农業业產产礦矿電电氣气車车橋桥運运輸输設设' +
  '計计築筑園园環环測测繪绘醫医藥药術术學学務务處处辦办團团銷销貿贸資资財财節节興兴潤润遠远韻韵陽阳崗岗嶺岭筆笔曉晓' +
  '靜静嬌娇艷艳豔艳鵬鹏鴻鸿輝辉煒炜淵渊滿满漢汉憲宪恆恒榮荣樂乐喬乔燈灯爭争獻献璽玺彥彦戰战臺台檯台蘇苏龔龚譚谭賴赖' +
  '閻阎嚴严鍾钟鐘钟藍蓝倉仓窮穷羣群紮扎貝贝熱热壽寿';

const FORM_OF = new Map<string, string>();
for (let i = 0; i + 1 < FORMS.length; i += 2) FORM_OF.set(FORMS.charAt(i), FORMS.charAt(i + 1));

/** Dots of all scripts and sizes that part a name, and every kind of space. */
const DOTS = /[·•‧・．.・∙⋅●]/g;
const SPACES = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const PLAIN_HAN = /^[\u4e00-\u9fff]*$/;

/** Compatibility forms, width and traditional characters brought to one; letters upper case; no spaces. */
export function toOneForm(text: string): string {
  const folded = PLAIN_HAN.test(text) ? text : text.normalize('NFKC').replace(SPACES, '').toUpperCase();
  let same = '';
  for (const character of folded) same += FORM_OF.get(character) ?? character;
  return same;
}

/** Parts of a name between dots, each in one form. `NFKC` would turn some dots into full stops, so they go first. */
export function splitAtDots(text: string): string[] {
  return text
    .replace(DOTS, '\u0001')
    .split('\u0001')
    .map(toOneForm)
    .filter((part) => part !== '');
}

export function withoutDots(text: string): string {
  return toOneForm(text.replace(DOTS, ''));
}

/** A character that an old code page lost stands as `?`. */
export function hasLostCharacter(text: string): boolean {
  return text.includes('?') || text.includes('\ufffd');
}
