/** Text of standardised columns as DuckDB reads it, by the kind of the column. */
import { DATE_TEXT, NUMBER_TEXT } from '../../model/column-value.ts';
import { LIST_SEPARATOR } from '../../model/condition.ts';
import type { ColumnKind } from '../../model/model.ts';
import { quoteName, quoteText } from './condition-sql.ts';

export const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'varchar',
  number: 'double',
  date: 'integer',
  list: 'varchar[]',
};

/** SQL that reads text `name` as its kind; the twin of `readColumnValue`. */
export function readSql(name: string, kind: ColumnKind): string {
  return READERS[kind](`nullif(${quoteName(name)}, '')`);
}

const READERS: Readonly<Record<ColumnKind, (text: string) => string>> = {
  text: (text) => text,
  number: (text) => `case when regexp_matches(${text}, ${quoteText(NUMBER_TEXT)}) then try_cast(${text} as double) end`,
  date: (text) =>
    `case when regexp_matches(${text}, ${quoteText(DATE_TEXT)})
      then date_diff('day', date '1970-01-01', try_cast(${text} as date))::integer end`,
  list: (text) =>
    `(select case when len(items) > 0 then items end from (select list_sort(list_distinct(list_filter(
      string_split(${text}, ${quoteText(LIST_SEPARATOR)}), lambda x: x <> ''))) as items))`,
};
