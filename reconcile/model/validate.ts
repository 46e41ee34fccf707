/** Refuses a model that could not be compiled or trained, naming everything that is wrong with it at once. */
import { ConfigurationError } from '../../core/errors.ts';
import { columnsOf, type Condition } from './condition.ts';
import type { BlockingRule, ColumnKind, Comparison, EntityModel } from './model.ts';

const NAME = /^[a-z][A-Za-z0-9]*$/;
/** The kind of column a condition needs; others take any kind. */
const KIND_OF: Readonly<Partial<Record<Condition['is'], ColumnKind>>> = {
  overlap: 'list',
  apart: 'number',
  daysApart: 'date',
  edits: 'text',
  editShare: 'text',
  jaroWinkler: 'text',
  prefix: 'text',
  beginsWith: 'text',
  both: 'text',
  either: 'text',
  memberOf: 'text',
};

/** @throws ConfigurationError with one line per fault. */
export function checkModel(model: EntityModel): void {
  const faults = [
    ...Object.keys(model.columns).flatMap((name) => (NAME.test(name) ? [] : [`column ${name}: not a camelCase name`])),
    ...[...model.blocking, ...model.training.on, ...model.training.certain].flatMap((rule) => ruleFaults(rule, model)),
    ...repeated('comparison', model.comparisons),
    ...repeated('blocking rule', model.blocking),
    ...model.comparisons.flatMap((comparison) => comparisonFaults(comparison, model)),
    ...(model.prior > 0 && model.prior < 1 ? [] : [`prior ${model.prior}: must lie between 0 and 1`]),
    ...(model.bands.merge >= model.bands.review ? [] : ['bands: merge begins below review']),
  ];
  if (faults.length === 0) return;
  throw new ConfigurationError(`The model of ${model.entity} is not usable:\n${faults.join('\n')}`, {
    next: `Columns of the model: ${Object.keys(model.columns).join(', ')}.`,
  });
}

function ruleFaults({ name, key, items, where }: BlockingRule, { columns }: EntityModel): string[] {
  const place = `blocking rule ${name}`;
  const parts = key.map((part) => (typeof part === 'string' ? part : part.column));
  return [
    ...unknown(place, [...parts, ...(items === undefined ? [] : [items])], columns),
    ...parts.flatMap((part) => (columns[part] === 'list' ? [`${place}: list ${part} belongs under items`] : [])),
    ...(items === undefined || columns[items] === 'list' ? [] : [`${place}: items ${items} is not a list`]),
    ...(parts.length > 0 || items !== undefined ? [] : [`${place}: has no key`]),
    ...(where === undefined ? [] : conditionFaults(place, where, columns)),
  ];
}

function comparisonFaults({ name, shows, missing, levels }: Comparison, { columns }: EntityModel): string[] {
  const place = `comparison ${name}`;
  const last = levels.at(-1);
  return [
    ...unknown(place, shows, columns),
    ...conditionFaults(place, missing, columns),
    ...repeated(`level of ${name}`, levels),
    ...(last === undefined || last.when !== undefined ? [`${place}: the last level must have no condition`] : []),
    ...levels
      .slice(0, -1)
      .flatMap(({ name: level, when }) =>
        when === undefined ? [`${place}: level ${level} has no condition and is not the last`] : [],
      ),
    ...levels.flatMap(({ when }) => (when === undefined ? [] : conditionFaults(place, when, columns))),
    ...levels.flatMap(({ name: level, m, u, frequency }) => [
      ...(m >= 0 && m <= 1 && u >= 0 && u <= 1 ? [] : [`${place}: m and u of ${level} must lie between 0 and 1`]),
      ...(frequency === undefined || columns[frequency] === 'text'
        ? []
        : [`${place}: frequency ${frequency} is not a text column`]),
    ]),
  ];
}

function conditionFaults(place: string, condition: Condition, columns: EntityModel['columns']): string[] {
  if (condition.is === 'all' || condition.is === 'any') {
    return condition.of.flatMap((part) => conditionFaults(place, part, columns));
  }
  if (condition.is === 'not') return conditionFaults(place, condition.of, columns);
  const faults = unknown(place, columnsOf(condition), columns);
  const kind = KIND_OF[condition.is];
  const actual = columns[condition.column];
  if (kind !== undefined && actual !== undefined && actual !== kind) {
    faults.push(`${place}: ${condition.is} needs a ${kind} column, ${condition.column} is a ${actual}`);
  }
  if (condition.is === 'memberOf' && columns[condition.list] !== 'list') {
    faults.push(`${place}: memberOf needs a list, ${condition.list} is none`);
  }
  if ((condition.is === 'both' || condition.is === 'either') && condition.values.length === 0) {
    faults.push(`${place}: ${condition.is} names no values`);
  }
  return faults;
}

function unknown(place: string, names: readonly string[], columns: EntityModel['columns']): string[] {
  return names.filter((name) => !Object.hasOwn(columns, name)).map((name) => `${place}: unknown column ${name}`);
}

function repeated(what: string, named: readonly { readonly name: string }[]): string[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }) => (seen.has(name) || !seen.add(name) ? [`${what} ${name}: stands twice`] : []));
}
