import { describe, expect, it } from 'vitest';
import {
  isValidUscc,
  shortenId,
  withIdCheck,
  withRegistrationCheck,
} from '../../scripts/demo-data/forms/check-digits.ts';
import { insertInside, loseCharacter, misread } from '../../scripts/demo-data/dirt/damage.ts';
import { chineseDate } from '../../scripts/demo-data/forms/dates.ts';
import { encodeGb18030, rawByte } from '../../scripts/demo-data/forms/gb18030-encode.ts';
import { capitalNumerals, wan } from '../../scripts/demo-data/forms/money.ts';
import { createRandom } from '../../scripts/demo-data/forms/random.ts';

describe('building blocks', () => {
  it('know the check digits of published examples', () => {
    expect(withIdCheck('11010519491231002')).toBe('11010519491231002X');
    expect(shortenId('130503196704010016')).toBe('130503670401001');
    expect(isValidUscc('91350100M000100Y43')).toBe(true);
    expect(isValidUscc('91350100M000100Y44')).toBe(false);
    expect(withRegistrationCheck('44030110344866')).toBe('440301103448669');
  });

  it('write amounts and dates', () => {
    expect(wan(1_521_742)).toBe('152.1742');
    expect(wan(8_000_000)).toBe('800');
    expect(capitalNumerals(5_280_577)).toBe('伍佰贰拾捌万零伍佰柒拾柒元整');
    expect(capitalNumerals(300_000_008)).toBe('叁亿零捌元整');
    expect(capitalNumerals(100_000)).toBe('壹拾万元整');
    expect(chineseDate('2019-03-05')).toBe('二〇一九年三月五日');
    expect(chineseDate('2020-11-30')).toBe('二〇二〇年十一月三十日');
    expect(chineseDate('2018-10-21')).toBe('二〇一八年十月二十一日');
  });

  it('encode every character the platform decodes', () => {
    const text = 'A·中文〇㸃𠅤བོད，é€镕';
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text))).toBe(text);
    expect([...encodeGb18030(`中${rawByte(0xd5)}`)]).toEqual([0xd6, 0xd0, 0xd5]);
    expect([...encodeGb18030('ད')]).toHaveLength(4);
    const read = misread('尼玛县统计局');
    expect(read.lossless).toBe(true);
    expect(encodeGb18030(read.text).toString('utf8')).toBe('尼玛县统计局');
  });

  it('damage whole characters, also those beyond the basic plane', () => {
    const random = createRandom(3);
    const name = '𠮷𠅤𠮷';
    const spaced = Array.from({ length: 20 }, () => insertInside(random, name, ' '));
    expect(new Set(spaced)).toEqual(new Set(['𠮷 𠅤𠮷', '𠮷𠅤 𠮷']));
    const lost = Array.from({ length: 20 }, () => loseCharacter(random, name));
    expect(new Set(lost)).toEqual(new Set(['?𠅤𠮷', '𠮷?𠮷']));
  });

  it('draw the same numbers on every machine', () => {
    const random = createRandom(42);
    const first = Array.from({ length: 4 }, () => random.int(0, 999));
    expect(
      Array.from(
        { length: 4 },
        (
          (again) => () =>
            again.int(0, 999)
        )(createRandom(42)),
      ),
    ).toEqual(first);
    expect(createRandom(42).fork('a').next()).not.toBe(createRandom(42).fork('b').next());
  });
});
