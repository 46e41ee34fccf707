import { expect, it } from 'vitest';
import { typesDiffer } from '../../../connectors/postgres/types.ts';

it.each([
  ['bigint not null', 'bigint'],
  ['INT8', 'bigint'],
  ['varchar(40)', 'character varying(40)'],
  ['varchar', 'character varying(40)'],
  ['char(1)', 'character(1)'],
  ['decimal(18,6)', 'numeric(18,6)'],
  ['numeric(18, 6)', 'numeric(18,6)'],
  ['numeric(10)', 'numeric(10,0)'],
  ['numeric', 'numeric(20,4)'],
  ['timestamp', 'timestamp(0) without time zone'],
  ['timestamp(0)', 'timestamp(0) without time zone'],
  ['timestamptz', 'timestamp with time zone'],
  ['bool', 'boolean'],
  ['text[]', 'text[]'],
  // Not a name of PostgreSQL: there is nothing to compare.
  ['money', 'numeric(18,2)'],
  ['nvarchar2(20)', 'text'],
])('takes %s for %s', (declared, actual) => {
  expect(typesDiffer(declared, actual)).toBe(false);
});

it.each([
  ['bigint', 'integer'],
  ['varchar(40)', 'character varying(20)'],
  ['varchar(40)', 'text'],
  ['numeric(20,4)', 'numeric(20,2)'],
  ['timestamp', 'timestamp with time zone'],
  ['timestamp', 'date'],
  ['text', 'text[]'],
  ['text', 'public.citext'],
])('tells %s from %s', (declared, actual) => {
  expect(typesDiffer(declared, actual)).toBe(true);
});
