/** Moments as people here read them. Business times are Beijing civil time; it knows no summer time since 1991. */
const EAST_OF_UTC = 8 * 3_600_000;

/** @returns `yyyy-MM-dd HH:mm:ss`; callers that show less cut it. */
export function beijingTime(moment: Date): string {
  return new Date(moment.getTime() + EAST_OF_UTC).toISOString().slice(0, 19).replace('T', ' ');
}
