import { expect, it } from 'vitest';
import { isLanguage, speak } from '../../core/language.ts';

it('speaks Chinese or English', () => {
  expect(speak('zh')('隔离', 'quarantined')).toBe('隔离');
  expect(speak('en')('隔离', 'quarantined')).toBe('quarantined');
});

it.each([
  ['zh', true],
  ['en', true],
  ['fr', false],
  [undefined, false],
])('%s', (text, known) => expect(isLanguage(text)).toBe(known));
