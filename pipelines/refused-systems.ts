/** Bodies that have no system of their own: whatever claims to come from one of them is refused, wherever it is named. */
import type { Wording } from '../core/language.ts';

interface RefusedBody {
  /** Fits a name, or a part of a path. */
  readonly claims: RegExp;
  readonly why: Wording;
}

const REFUSED: readonly RefusedBody[] = [
  {
    claims: /(?:^|[^a-z])ngari(?:[^a-z]|$)|阿里|(?:^|\D)5425\d{0,2}(?:\D|$)/i,
    why: {
      zh: '阿里地区没有交易系统，直接使用统一平台：凡称来自阿里地区（ngari、5425、阿里）的数据一律拒收',
      en: 'Ngari has no trading system and works on the unified platform: whatever claims to come from it is refused',
    },
  },
];

/** @param text name of a system, or where it is read from. @returns null where nothing speaks against it. */
export function refusalOf(text: string): Wording | null {
  return REFUSED.find(({ claims }) => claims.test(text))?.why ?? null;
}
