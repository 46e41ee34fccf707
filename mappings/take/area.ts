/** Areas: exact decimals in square metres. */
import { readArea, readAreaUnit, type AreaUnit } from '../../schemas/values/areas.ts';
import type { FieldRule } from '../mapping.ts';
import { oneColumn, readAndReport } from './read.ts';

/**
 * An area in one known unit, or in the unit that a column of the record names. There is no convention for an empty
 * unit: the figure alone says nothing, and an issue says so.
 */
export function area<C extends string>(column: C, unit: AreaUnit | { readonly column: C }): FieldRule<C> {
  if (typeof unit === 'string') {
    return oneColumn(column, { zh: `面积（${unit}），换算为平方米`, en: `area in ${unit} → m²` }, (text) =>
      readArea(text, unit),
    );
  }
  return {
    columns: [column, unit.column],
    reading: { zh: `面积，按 ${unit.column} 换算为平方米`, en: `area in the unit of ${unit.column} → m²` },
    compile({ indexOf }) {
      const index = indexOf(column);
      const unitIndex = indexOf(unit.column);
      return (values, issues) => {
        const { value: known, rules } = readAreaUnit(values[unitIndex] ?? '');
        for (const rule of rules) issues.add(rule, unit.column, null);
        const text = values[index];
        if (!text) return null;
        const squareMetres = readAndReport((figure) => readArea(figure, known ?? '㎡'), text, column, issues);
        if (known !== null) return squareMetres;
        if (squareMetres !== null && rules.length === 0) issues.add('area_unit_missing', column, null);
        return null;
      };
    },
  };
}
