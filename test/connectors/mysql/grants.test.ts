import { describe, expect, it } from 'vitest';
import { mayWrite } from '../../../connectors/mysql/grants.ts';

describe('what SHOW GRANTS prints', () => {
  it.each([
    ['all of everything', 'GRANT ALL PRIVILEGES ON *.* TO `r`@`%` WITH GRANT OPTION'],
    ['one right on the database', 'GRANT SELECT, INSERT ON `egov_ggzy`.* TO `r`@`%`'],
    ['a database whose name is escaped', 'GRANT DELETE ON `egov\\_ggzy`.* TO `r`@`%`'],
    ['a pattern of databases', 'GRANT UPDATE ON `egov%`.* TO `r`@`%`'],
    ['any character in a name', 'GRANT UPDATE ON `egov_ggzy`.* TO `r`@`%`'],
    ['the table', 'GRANT SELECT, DROP ON `egov_ggzy`.`xx_gg` TO `r`@`localhost`'],
    ['a column of the table', 'GRANT SELECT, UPDATE (`GGBT`) ON `egov_ggzy`.`xx_gg` TO `r`@`%`'],
    ['the form of older servers', `GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' IDENTIFIED BY PASSWORD '*00'`],
  ])('lets an account write with %s', (_, line) => {
    expect(mayWrite(['GRANT USAGE ON *.* TO `r`@`%`', line], 'egov_ggzy', 'xx_gg')).toBe(true);
  });

  it.each([
    ['rights to read', 'GRANT SELECT, SHOW VIEW, LOCK TABLES ON `egov_ggzy`.* TO `r`@`%`'],
    ['rights on another database', 'GRANT ALL PRIVILEGES ON `other`.* TO `r`@`%`'],
    ['an escaped character that is another', 'GRANT ALL PRIVILEGES ON `egov\\_ggzx`.* TO `r`@`%`'],
    ['a database that is longer', 'GRANT ALL PRIVILEGES ON `egov_ggzy2`.* TO `r`@`%`'],
    ['rights on another table', 'GRANT INSERT ON `egov_ggzy`.`xx_fj` TO `r`@`%`'],
    ['a role, which names no right', 'GRANT `writers` TO `r`@`%`'],
    ['a name that is no pattern', 'GRANT INSERT ON `egov.ggzy`.* TO `r`@`%`'],
  ])('does not with %s', (_, line) => {
    expect(mayWrite([line], 'egov_ggzy', 'xx_gg')).toBe(false);
  });

  it('takes quotes in names for what they are', () => {
    expect(mayWrite(['GRANT INSERT ON `a``b`.`t``.x` TO `r`@`%`'], 'a`b', 't`.x')).toBe(true);
    expect(mayWrite(['GRANT INSERT ON `a``b`.`t``.x` TO `r`@`%`'], 'a`b', 't')).toBe(false);
  });
});
