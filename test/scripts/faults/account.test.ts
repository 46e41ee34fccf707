import { expect, it } from 'vitest';
import { Disagreement, expectUndisturbed, messageOf, snapshotOf } from '../../../scripts/faults/account.ts';
import { useDatabases } from '../../setup/database.ts';

const openFresh = useDatabases();
const OUTPUT = `目标库：postgresql://ggzy@127.0.0.1/x
landmining  7 个数据流，从中断处继续
✗ landmining td_cj  连接中断
    下一步：再次运行。
✗ landmining td_cj  连接中断`;

it('shows what the command said of a fault, each line once', () => {
  expect(messageOf({ code: 3, signal: null, output: OUTPUT })).toBe(
    'exit code 3: `landmining  7 个数据流，从中断处继续`<br>`✗ landmining td_cj  连接中断`<br>`下一步：再次运行。`',
  );
});

it('shows the last lines of a command that failed without a message, and nothing of one that did not', () => {
  expect(messageOf({ code: 1, signal: null, output: 'one\nError: two' })).toBe('exit code 1: `one`<br>`Error: two`');
  expect(messageOf({ code: 0, signal: null, output: 'one' })).toBe('exit code 0');
  expect(messageOf({ code: null, signal: 'SIGKILL', output: '' })).toBe('the process is gone (SIGKILL)');
});

it('finds a target that is not what an undisturbed run leaves', async () => {
  const { database, url } = await openFresh();
  const empty = await snapshotOf(url);
  await expectUndisturbed(url, empty);
  await database.query(
    `insert into ops.quarantine (system, stream, source_key, raw_hash, position, rules, state, opened_run)
     values ('s', 't', '1', gen_random_uuid(), 't:1', '{orphan}', 'open', 'r')`,
  );
  await expect(expectUndisturbed(url, empty)).rejects.toThrow(Disagreement);
  await expect(expectUndisturbed(url, empty)).rejects.toThrow('orphan');
});
