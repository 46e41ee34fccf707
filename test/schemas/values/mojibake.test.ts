import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIVISIONS } from '../../../schemas/codes/divisions.ts';
import { findMojibake } from '../../../schemas/values/mojibake.ts';
import { readText } from '../../../schemas/values/text.ts';

const GB = new TextDecoder('gb18030');

/** What a program that takes UTF-8 for GBK shows; bytes it cannot read become `?`. */
function garble(text: string): string {
  return GB.decode(new TextEncoder().encode(text)).replaceAll('\ufffd', '?');
}

/** As a system without private-use characters delivers it. */
const losePrivateUse = (text: string): string => text.replaceAll(/[\ue000-\uf8ff]/g, '?');

const PLACES = [...DIVISIONS.values()];
const ENDINGS = [
  '农村公路改建工程',
  '完全小学办公设备采购项目',
  '防洪堤建设项目（一期）',
  '国道改建工程中标结果公告',
  '建筑有限责任公司',
  '水利水电工程集团有限公司',
];
const titles = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.constantFrom(...PLACES),
    fc.integer({ min: 1, max: 2020 }),
    fc.constantFrom(...ENDINGS),
  )
  .map(([a, b, number, ending]) => `${a}${b}${number % 3 === 0 ? `${number}号` : ''}${ending}`);

const SAMPLES = [
  ['瑗胯棌鍦ｅ煄鍔炲叕鐢ㄥ搧闆嗗洟鏈夐檺鍏\ue100徃', '西藏圣城办公用品集团有限公司'],
  ['灏兼湪鍘挎睙鍗′埂鍥介亾鏀瑰缓宸ョ▼锛堜竴鏈燂級', '尼木县江卡乡国道改建工程（一期）'],
  ['褰撻泟鍘跨撼鍗￠晣鍥介亾鏀瑰缓宸ョ▼涓\ue15f爣缁撴灉鍏\ue100憡', '当雄县纳卡镇国道改建工程中标结果公告'],
  // The letter stood behind an odd number of bytes and was taken for half a character.
  ['娲涢殕鍘緽宸ョ▼', '洛隆县B工程'],
] as const;

const LOST = [
  '娴?崱瀛愬幙宸村瓬缁勫嵄妗ュ姞鍥哄伐绋婣鏍囨?',
  '鐩涜繙鏃ц\ue195澶囦竴鎵?9鍙锋爣鐨?',
  '鑱傛媺鏈ㄥ幙鍗?敓鍋ュ悍濮斿憳浼?2020骞村姙鍏??澶囬噰璐?」鐩?噰璐?叕鍛?',
  '鏄岄兘甯傝姃搴峰幙鐝犲嘲璺?145鍙峰お闃宠姳鍥?1鏍?6鍗曞厓744',
  '鎷夎惃甯傛灄鍛ㄥ幙姘戞棌璺?71鍙?',
];

describe('mojibake that can be undone', () => {
  it.each(SAMPLES)('%s is %s', (garbled, meant) => {
    expect(readText(garbled)).toEqual({ value: meant, rules: ['mojibake'] });
  });

  it('every title comes back when no byte was lost', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const garbled = garble(title);
        const expected = garbled.includes('?') ? { state: 'lost', text: garbled } : { state: 'restored', text: title };
        expect(findMojibake(garbled)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('mojibake that cannot', () => {
  it.each(LOST)('%s keeps its text', (garbled) => {
    expect(readText(garbled)).toEqual({ value: garbled, rules: ['mojibake'] });
  });

  it('is recognised however many characters were lost at random', () => {
    fc.assert(
      fc.property(titles, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (title, places) => {
        const units = Array.from(losePrivateUse(garble(title)));
        for (const place of places) units[place % units.length] = '?';
        const garbled = units.join('');
        expect(findMojibake(garbled)).toEqual({ state: 'lost', text: garbled });
      }),
      { numRuns: 2000 },
    );
  });

  it('is recognised where a column was too short', () => {
    fc.assert(
      fc.property(titles, fc.integer({ min: 8, max: 20 }), (title, length) => {
        expect(findMojibake(garble(title).slice(0, length))).not.toBeNull();
      }),
    );
  });
});

describe('ordinary text is never taken for mojibake', () => {
  const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));

  it('any Han characters', () => {
    fc.assert(
      fc.property(fc.array(hanzi, { minLength: 1, maxLength: 20 }), (all) => {
        expect(findMojibake(all.join(''))).toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });

  it('any Han characters with losses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: hanzi }, fc.constant('?')), { minLength: 1, maxLength: 12 }),
        (all) => {
          expect(findMojibake(all.join(''))).toBeNull();
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('titles, names, Tibetan script, private use', () => {
    fc.assert(
      fc.property(titles, (title) => {
        expect(findMojibake(title)).toBeNull();
      }),
    );
    for (const text of ['搂鍓緻', 'བོད་རང་སྐྱོང་ལྗོངས', '\ue000\ue001', '洛桑曲珍', '？？', '“”《》', 'ABC', '', '€10']) {
      expect(findMojibake(text)).toBeNull();
    }
  });
});
