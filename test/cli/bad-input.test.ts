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
