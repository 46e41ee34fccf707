import { expect, it } from 'vitest';
import { notices, results } from '../../../mappings/nagqu/announcements.ts';
import { enterprises } from '../../../mappings/nagqu/parties.ts';
import { projects } from '../../../mappings/nagqu/trade.ts';
import { mapOne } from '../../setup/mapping.ts';

const sent = { id: 'x1', updateTime: '2020-12-01 00:00:00' };

it.each(['100000000', '1e8', '100000000.00'])('an amount is a number or a text: %s', (regCapital) => {
  expect(mapOne(enterprises, { ...sent, name: '某公司', regCapital }).values['']?.['registeredCapital']).toBe(
    '100000000',
  );
});

it('a negative amount blocks its record', () => {
  expect(mapOne(enterprises, { ...sent, regCapital: '-1' }).issues.join()).toContain('money_negative quarantined');
});

it('a deletion is visible with its key and time alone', () => {
  expect(mapOne(projects, { ...sent, deleted: 'true' })).toMatchObject({ key: 'x1', deleted: true, issues: [] });
});

it('active content is taken out of a notice', () => {
  const { values, issues } = mapOne(notices, { ...sent, type: '1', txt: '<p>公告</p><script>x</script>' });
  expect(values['']?.['body']).toBe('<p>公告</p>');
  expect(issues.map((issue) => issue.split(' ').slice(0, 2).join(' '))).toEqual(['txt html_script']);
});

it('a winner whose code fails its check digit keeps the code as text', () => {
  const { values, issues } = mapOne(results, { ...sent, winner: '某公司', winnerCode: '91540000MA6TH12P70' });
  expect(values['winner']).toMatchObject({ name: '某公司', legalCode: '91540000MA6TH12P70' });
  expect(values['winner']?.['uscc']).toBeUndefined();
  expect(issues.join()).toContain('winnerCode uscc_check_digit loaded');
});
