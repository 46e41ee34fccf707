/** Units of amounts, as columns name them and as they stand behind figures. */
import { removeSpaces, toHalfWidth } from './width.ts';

/** Powers of ten from the unit to 元. National code table 6.6: 0 元, 1 万元. */
const UNIT_PLACES: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['人民币元', 0],
  ['圆', 0],
  ['0', 0],
  ['十元', 1],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['万', 4],
  ['人民币万元', 4],
  ['1', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['百万', 6],
  ['千万元', 7],
  ['千万', 7],
  ['亿元', 8],
  ['亿', 8],
]);

/** Powers of ten from the unit to 元; null where the text is empty or names no unit. */
export function findUnitPlaces(text: string): number | null {
  return UNIT_PLACES.get(text) ?? UNIT_PLACES.get(removeSpaces(toHalfWidth(text))) ?? null;
}
