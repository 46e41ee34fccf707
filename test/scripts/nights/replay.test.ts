/** What has to stand at the end of all nights, by hand. */
import { describe, expect, it } from 'vitest';
import { Replayer, type Delivered } from '../../../scripts/nights/replay.ts';
import type { Change } from '../../../scripts/nights/world.ts';

const change = (op: Change['op'], serial: number, fields: Record<string, string> = {}): Change => ({
  op,
  kind: 'result',
  serial,
  fields,
});
const at = (stamp: number, given: Change): Delivered => ({ change: given, stamp });

function standing(deliveries: readonly (readonly Delivered[])[], deletionsCarryValues = false): string[] {
  const replayer = new Replayer({ deletionsCarryValues });
  for (const delivery of deliveries) replayer.apply(delivery);
  return replayer.standing.map(
    ({ serial, fields, deleted }) => `${serial} ${fields['amount']}${deleted ? ' gone' : ''}`,
  );
}

describe('the replayer', () => {
  it('lets the last change of a delivery count', () => {
    const one = at(1, change('insert', 1, { amount: '10' }));
    const two = at(2, change('update', 1, { amount: '20' }));
    expect(standing([[one, two]])).toEqual(['1 20']);
    expect(standing([[two, one]])).toEqual(['1 20']);
  });

  it('lets nothing that comes late undo what is newer', () => {
    const newer = at(5, change('update', 1, { amount: '50' }));
    const late = [at(2, change('update', 1, { amount: '20' })), at(3, change('insert', 2, { amount: '7' }))];
    expect(standing([[newer], late])).toEqual(['1 50', '2 7']);
  });

  it('keeps what was there before an amount below zero', () => {
    const first = [at(1, change('insert', 1, { amount: '10' }))];
    const bad = [at(2, change('update', 1, { amount: '-1' })), at(3, change('insert', 2, { amount: '-1' }))];
    expect(standing([first, bad])).toEqual(['1 10']);
  });

  it('keeps a deleted record, and what was never there only where it came with values', () => {
    const first = [at(1, change('insert', 1, { amount: '10' }))];
    const gone = [at(2, change('delete', 1, { amount: '10' })), at(3, change('delete', 9, { amount: '9' }))];
    expect(standing([first, gone])).toEqual(['1 10 gone']);
    expect(standing([first, gone], true)).toEqual(['1 10 gone', '9 9 gone']);
  });
});
