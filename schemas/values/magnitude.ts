/**
 * When two amounts that belong together contradict each other by a slip of unit (万元 for 元 or the other way round).
 * Judged in two places, alone by the mapping and in company by a set rule, by the same measures.
 */

export const UNIT_SLIP = 10_000;

/** Amounts of one magnitude differ by less than this, unless the mapping says otherwise. */
export const SAME_MAGNITUDE = { low: 0.1, high: 10 } as const;

/**
 * Product of the two amounts of a lone pair above which the larger one is the suspect: amounts of real projects lie
 * around 3·10⁶ 元 on a logarithmic scale, so a pair (v, v/10⁴) lies below the square of that and (v, v·10⁴) above.
 */
export const LONE_PAIR_PRODUCT = 1e13;
