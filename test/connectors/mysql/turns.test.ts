import { expect, it } from 'vitest';
import { Turns } from '../../../connectors/mysql/turns.ts';

it('serves one at a time, in the order they came', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const work = async (name: string): Promise<void> => {
    const giveBack = await turns.take();
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    giveBack();
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('tells one who rests that another waits, whether it came before or comes later', async () => {
  const turns = new Turns();
  const giveBack = await turns.take();
  let wanted = 0;
  turns.rest(() => (wanted += 1));
  expect(wanted).toBe(0);
  const second = turns.take();
  expect(wanted).toBe(1);
  turns.resume();
  const third = turns.take();
  expect(wanted).toBe(1);
  turns.rest(() => (wanted += 1));
  expect(wanted).toBe(2);
  turns.resume();
  giveBack();
  (await second)();
  (await third)();
});
