import { expect } from 'vitest';
import type { Connector, Finding } from '../../../connectors/connector.ts';
import { SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { PASSWORD } from './double-source.ts';
import { numbers } from './numbers.ts';
import { readRows } from '../database/read-rows.ts';

/** `check`, `describe` and `read` all report this one fault, fully said and without the password. */
export async function expectFault(connector: Connector, rule: string): Promise<Finding> {
  const errors = (await connector.check([numbers])).filter(({ level }) => level === 'error');
  const described = (await connector.describe(numbers)).findings.filter(({ level }) => level === 'error');
  const refusal = await caught(readRows(connector, { stream: numbers, columns: ['ID'] }));
  expect(errors.map((finding) => finding.rule)).toEqual([rule]);
  expect(described.map((finding) => finding.rule)).toEqual([rule]);
  expect(refusal).toBeInstanceOf(SourceError);
  expect(refusal.place).toMatchObject({ system: 'construction', stream: 'GC_BD', position: expect.any(String) });
  expect(refusal.next).toBeTruthy();
  const [error] = errors;
  if (!error) throw new Error('no finding');
  expect([error.message.zh, error.message.en, error.next?.zh, error.next?.en].every(Boolean)).toBe(true);
  expect(error.message.en).not.toBe(error.message.zh);
  const said = JSON.stringify([errors, described, refusal.message, refusal.next]);
  for (const secret of [PASSWORD, 'wrong-one', 'hunter2']) expect(said).not.toContain(secret);
  return error;
}
