import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readName, readText, stripFormerName } from '../../../schemas/values/text.ts';
import type { RuleId } from '../../../schemas/rules.ts';
import { anyText } from '../identifiers/generators.ts';

type Case = readonly [text: string, value: string | null, ...rules: RuleId[]];

const TEXTS: readonly Case[] = [
  ['拉萨市城关区金珠西路80号', '拉萨市城关区金珠西路80号'],
  ['　拉萨市 城关区　', '拉萨市 城关区'],
  ['བོད་ལྗོངས', 'བོད་ལྗོངས'],
  ['𠮷野家', '𠮷野家'],
  ['', null],
  [' \u3000', null],
  ['格通家具有限责\0任公司', '格通家具有限责任公司', 'nul_byte'],
  ['康\u007f航', '康航', 'control_char'],
  ['结\u000b果公告', '结果公告', 'control_char'],
  ['拉\ud800萨', '拉萨', 'control_char'],
  ['北京中路72\t号', '北京中路72号', 'newline_in_text'],
  ['金珠西路2\r\n号', '金珠西路2号', 'newline_in_text'],
  ['幸福路120号\n', '幸福路120号', 'newline_in_text'],
  ['Tibet\nRoad', 'Tibet Road', 'newline_in_text'],
  ['\0拉\u0001萨\n', '拉萨', 'nul_byte', 'control_char', 'newline_in_text'],
  ['金珠西路94号<br/>', '金珠西路94号', 'html_in_text'],
  ['<b>招标公告</b>', '招标公告', 'html_in_text'],
  ['安居工程&nbsp;', '安居工程', 'html_in_text'],
  ['R&amp;D中心', 'R&D中心', 'html_in_text'],
  ['&#25289;&#x8428;', '拉萨', 'html_in_text'],
  ['公告<script>alert("1")</script>', '公告', 'html_in_text'],
  ['公告<!-- 注 --><o:p></o:p>', '公告', 'html_in_text'],
  ['&amp;lt;b&amp;gt;公告', '公告', 'html_in_text'],
  ['a<b', 'a<b'],
  ['a<b>c', 'ac', 'html_in_text'],
  ['<拉萨>', '<拉萨>'],
  ['R&D中心', 'R&D中心'],
  ['=HYPERLINK("http://example.com","x")域业', '=HYPERLINK("http://example.com","x")域业', 'formula_text'],
  ["=cmd|' /C calc'!A0山南市", "=cmd|' /C calc'!A0山南市", 'formula_text'],
  ['+1+1日喀则市', '+1+1日喀则市', 'formula_text'],
  ['@SUM(1,1)拉萨市', '@SUM(1,1)拉萨市', 'formula_text'],
  ['-2+3', '-2+3'],
  ['-5.5', '-5.5'],
  ['+86 0891-6545872', '+86 0891-6545872'],
  ['-详见附件', '-详见附件'],
  ['聂拉木县?生健康委员会', '聂拉木县?生健康委员会', 'gbk_lost'],
  ['西藏\ufffd川公司', '西藏\ufffd川公司', 'gbk_lost'],
  ['是否合格?', '是否合格?'],
  ['见http://example.com/a?名=1', '见http://example.com/a?名=1'],
  ['what?', 'what?'],
];

const LINES: readonly Case[] = [
  ['第一行\r\n第二行\n', '第一行\n第二行'],
  ['为什么?因为', '为什么?因为', 'gbk_lost'],
  ['合格?', '合格?'],
];

const NAMES: readonly Case[] = [
  ['索朗次仁', '索朗次仁'],
  ['孙 刚', '孙刚'],
  ['西藏岗顺　桥隧工程有限公司', '西藏岗顺桥隧工程有限公司'],
  [' 扎西 ', '扎西'],
  ['John Smith', 'John Smith'],
  ['西藏 ABC 公司', '西藏 ABC 公司'],
  ['银锦 （西藏） 公司', '银锦（西藏）公司'],
  ['阿沛·阿旺晋美', '阿沛·阿旺晋美'],
  ['黄边?', '黄边?', 'gbk_lost'],
  ['?川', '?川', 'gbk_lost'],
  ['', null],
];

describe('text of one line', () => {
  for (const [text, value, ...rules] of TEXTS) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readText(text)).toEqual({ value, rules });
    });
  }

  it('markup stays where it belongs to the text', () => {
    expect(readText('<b>a</b>', { html: false })).toEqual({ value: '<b>a</b>', rules: [] });
  });
});

describe('free text', () => {
  for (const [text, value, ...rules] of LINES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readText(text, { lines: true })).toEqual({ value, rules });
    });
  }
});

describe('names', () => {
  for (const [text, value, ...rules] of NAMES) {
    it(`${JSON.stringify(text)} → ${value}`, () => {
      expect(readName(text)).toEqual({ value, rules });
    });
  }
});

describe('former names', () => {
  it.each([
    ['甲公司（曾用名：乙公司）', '甲公司', '乙公司'],
    ['甲公司(曾用名:乙公司)', '甲公司', '乙公司'],
    ['甲公司（原乙公司）', '甲公司', '乙公司'],
    ['昌都域翔商贸有限公司(原昌都天路商贸有限公司）', '昌都域翔商贸有限公司', '昌都天路商贸有限公司'],
    ['甲（西藏）公司（原名：乙（西藏）公司）', '甲（西藏）公司', '乙（西藏）公司'],
    ['八宿县生态环境局（原环境保护局）', '八宿县生态环境局', '环境保护局'],
    ['甲公司（原：乙）', '甲公司', '乙'],
    ['某县公路养护中心（原某县养护段）', '某县公路养护中心', '某县养护段'],
    ['银锦（西藏）科技有限责任公司', '银锦（西藏）科技有限责任公司', null],
    ['甲公司（西藏）', '甲公司（西藏）', null],
    ['农牧局（原种场）', '农牧局（原种场）', null],
    ['物资局（原料厂）', '物资局（原料厂）', null],
    ['（原乙公司）', '（原乙公司）', null],
    ['甲公司）', '甲公司）', null],
    ['', '', null],
  ])('%s', (text, name, former) => expect(stripFormerName(text)).toEqual({ name, former }));
});

it('reads any text, and its own result as itself', () => {
  const kept: readonly RuleId[] = ['gbk_lost', 'formula_text', 'mojibake'];
  const textLike = fc
    .array(fc.constantFrom(...Array.from('拉萨市县 \t\n\0?<>&;b/#=+-@1a（）原'), '&amp;', '<br>', '&#60;'), {
      maxLength: 20,
    })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, textLike), (text) => {
      stripFormerName(text);
      for (const read of [readText, readName, (raw: string) => readText(raw, { lines: true })]) {
        const { value } = read(text);
        if (value === null) continue;
        const again = read(value);
        expect(again.value).toBe(value);
        expect(again.rules.filter((rule) => !kept.includes(rule))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});
