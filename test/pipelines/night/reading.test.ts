/** How streams are read on a night, and what a night comes to, in one sentence. */
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../core/errors.ts';
import type { Hold } from '../../../database/read/holds.ts';
import { concludeSync } from '../../../pipelines/night/conclusion.ts';
import { chooseReading, isSweepDue, type ReadingOptions } from '../../../pipelines/night/reading.ts';
import type { Verdict } from '../../../pipelines/guards/verdict.ts';
import { SYSTEMS } from '../../../pipelines/registry.ts';
import { declared } from './place.ts';

const usual: Omit<ReadingOptions, 'declaration'> = { ofDay: false, first: false, incremental: true, sweep: false };
const changesOf = (system: string, more: Partial<ReadingOptions> = {}): string[] => [
  ...chooseReading({ declaration: declared(system), ...usual, ...more }).changes,
];

describe('a stream', () => {
  it('is read once, in one way or the other, whatever the night', () => {
    for (const declaration of SYSTEMS) {
      for (const options of [usual, { ...usual, ofDay: true }, { ...usual, first: true }, { ...usual, sweep: true }]) {
        const { complete, changes } = chooseReading({ declaration, ...options });
        const names = declaration.mappings.map(({ stream }) => stream.name);
        expect([...complete, ...changes].toSorted()).toEqual(names.toSorted());
      }
    }
  });

  it('is read by changes only where a time or number moves with every change', () => {
    const kinds = declared('egov').mappings.map(({ stream }) => [stream.name, stream.cursor?.kind] as const);
    const moving = kinds.filter(([, kind]) => kind === 'modification').map(([name]) => name);
    expect(kinds.some(([, kind]) => kind === 'business')).toBe(true);
    expect(changesOf('egov')).toEqual(moving);
    expect(changesOf('egov', { sweep: true })).toEqual([]);
    expect(changesOf('egov', { incremental: false })).toEqual([]);
    expect(changesOf('transport')).toEqual([]);
  });

  it('of a day holds changes behind the first day, where its system says so', () => {
    expect(changesOf('onestop', { ofDay: true, first: true })).toEqual([]);
    expect(changesOf('onestop', { ofDay: true })).toHaveLength(declared('onestop').mappings.length);
    expect(changesOf('nyingchi', { ofDay: true })).toEqual([]);
  });
});

it('a sweep is due after a week, or every night where the system says so', () => {
  const now = new Date('2020-12-08T02:00:00+08:00');
  const due = (last: string | null, sweep?: 'nightly') =>
    isSweepDue({ ...declared('egov'), ...(sweep ? { sweep } : {}) }, last === null ? null : new Date(last), now);
  expect(due(null)).toBe(true);
  expect(due('2020-12-01T02:30:00+08:00')).toBe(true);
  expect(due('2020-12-02T02:00:00+08:00')).toBe(false);
  expect(due('2020-12-07T02:00:00+08:00', 'nightly')).toBe(true);
});

describe('a conclusion', () => {
  const state = { syncId: '1', verdicts: [] as Verdict[], runs: [], days: [], fault: null as string | null };
  const verdict = (guard: Verdict['guard'], level: Verdict['level']): Verdict => {
    const message = { zh: `${guard} 提醒`, en: '' };
    return { guard, stream: '', level, measured: '', expected: '', learned: false, message };
  };
  const hold = {
    system: 'lhasa',
    stream: 'qzk_zj',
    guard: 'mass_delete',
    state: 'open',
    message: { zh: '40 条', en: '' },
  };
  const conclude = (more: Partial<Parameters<typeof concludeSync>[0]>) =>
    concludeSync({ system: 'lhasa', state, failure: null, holds: [], ...more });

  it('is green where nothing was found, and says the worst of what was', () => {
    expect(conclude({})).toMatchObject({ status: 'green', message: null, next: null });
    const warned = { ...state, verdicts: [verdict('volume', 'warn')] };
    expect(conclude({ state: warned })).toMatchObject({ status: 'warned', message: 'volume 提醒' });
    const stopped = { ...state, verdicts: [verdict('volume', 'warn'), verdict('freshness', 'stop')] };
    expect(conclude({ state: stopped })).toMatchObject({ status: 'stopped', message: 'freshness 提醒' });
  });

  it('names what waits for a decision, and what failed before everything else', () => {
    const holds = [hold as Hold];
    expect(conclude({ holds }).next).toContain('ggzy approve lhasa.qzk_zj.mass_delete');
    expect(conclude({ state: { ...state, fault: 'qzk_zj：无法读取' } })).toMatchObject({
      status: 'failed',
      message: 'qzk_zj：无法读取',
    });
    const failure = new SourceError('lhasa：无法连接', { next: '检查网络。' });
    expect(conclude({ holds, failure })).toMatchObject({ status: 'failed', next: '检查网络。' });
  });
});
