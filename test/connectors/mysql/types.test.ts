import { expect, it } from 'vitest';
import { typesDiffer } from '../../../connectors/mysql/types.ts';

it.each([
  ['bigint not null', 'bigint(20)'],
  ['bigint unsigned', 'bigint(20) unsigned'],
  ['INT(11)', 'int'],
  ['integer', 'int(11)'],
  ['int(5) zerofill', 'int(5) unsigned zerofill'],
  ['tinyint(1)', 'tinyint(4)'],
  ['boolean', 'tinyint(1)'],
  ['varchar(40)', 'varchar(40)'],
  ['varchar', 'varchar(40)'],
  ['decimal(18, 4)', 'decimal(18,4)'],
  ['numeric(18)', 'decimal(18,0)'],
  ['double precision', 'double'],
  ['datetime', 'datetime(6)'],
  ['datetime(6)', 'datetime(6)'],
  ['json', 'longtext'],
  [`enum('a', 'b')`, `enum('a','b')`],
  // Not a name of MySQL: there is nothing to compare.
  ['money', 'decimal(18,2)'],
  ['nvarchar2(20)', 'text'],
])('takes %s for %s', (declared, actual) => {
  expect(typesDiffer(declared, actual)).toBe(false);
});

it.each([
  ['bigint', 'int(11)'],
  ['bigint', 'bigint(20) unsigned'],
  ['varchar(40)', 'varchar(20)'],
  ['varchar(40)', 'text'],
  ['text', 'mediumtext'],
  ['decimal(18,4)', 'decimal(18,2)'],
  ['datetime(6)', 'datetime'],
  ['datetime', 'varchar(30)'],
  [`enum('a')`, `enum('a','b')`],
  ['json', 'text'],
  ['int', 'geometry'],
])('tells %s from %s', (declared, actual) => {
  expect(typesDiffer(declared, actual)).toBe(true);
});
