/** What an operator mistypes is refused by name, with what would be valid; nothing is taken for something else. */
import { beforeAll, expect, it } from 'vitest';
import { Centre } from '../setup/centre.ts';
import { useDatabases } from '../setup/database.ts';
import { PROCUREMENT } from './deliveries.ts';
import { useCommandLine, type CommandLine } from './in-process.ts';

const freshDatabase = useDatabases();
const openCommandLine = useCommandLine();
let ggzy: CommandLine;

const refusal = (text: string) => ({ code: 2, stdout: '', stderr: expect.stringContaining(text) as string });

beforeAll(async () => {
  const { database, url } = await freshDatabase();
  ggzy = await openCommandLine('{ procurement: { connector: offline-package, directory: . } }', url);
  await new Centre(database).run(PROCUREMENT);
});

it.each([
  [['reconcile', 'experts', '--memory', '0']],
  [['reconcile', 'blocking', 'experts', '--memory', '0']],
  [['reconcile', 'train', 'experts', '--memory', '0']],
  [['reconcile', 'evaluate', 'experts', '--memory', '0']],
])('a limit of memory reaches the command it was given to: %j', async (args) => {
  expect(await ggzy.run(...args)).toEqual(refusal('--memory 0'));
});

it.each([
  [['migrate', '--as-of', '2020-02-30'], '--as-of 2020-02-30 不是日期'],
  [['migrate', '--day', '2020-02-30'], '--day 2020-02-30 不是日期'],
  [['sync', '--dry-run', '--at', '2020-02-30'], '--at 2020-02-30 不是日期'],
  [['report', 'night', '--night', 'yesterday'], '--night yesterday 不是日期'],
  [['migrate', '--chunk-size', '1e3'], '--chunk-size 1e3 无效'],
  [['issues', '--limit', ''], '--limit  无效'],
])('no day that is not in the calendar, no number that is not written as one: %j', async (args, text) => {
  expect(await ggzy.run(...args)).toEqual(refusal(text));
});
