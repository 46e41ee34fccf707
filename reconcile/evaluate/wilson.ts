export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959963984540054;

/** 95 % interval of a share, sound for few cases and for shares of 0 and 1. E. B. Wilson, 1927. */
export function wilsonInterval(hits: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const scale = 1 + Z ** 2 / cases;
  const centre = (share + Z ** 2 / (2 * cases)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  return { low: hits === 0 ? 0 : centre - reach, high: hits === cases ? 1 : centre + reach };
}
