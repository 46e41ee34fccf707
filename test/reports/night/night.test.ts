/** The morning report: what to do now stands first, nothing is fetched, whatever a record holds is shown and not run. */
import { describe, expect, it } from 'vitest';
import { speak } from '../../../core/language.ts';
import { renderNightReport } from '../../../reports/night/page.ts';
import type { NightReport, NightSystem } from '../../../reports/night/report.ts';
import { describeDays } from '../../../reports/night/columns.ts';
import { renderNight } from '../../../reports/night/terminal.ts';
import { todoOf } from '../../../reports/night/todo.ts';

const fine: NightSystem = {
  system: 'egov',
  label: { zh: '电子政务中心', en: 'e-government' },
  status: 'green',
  days: [''],
  seconds: 12.3,
  startedAt: '2020-12-01 02:00:00',
  message: null,
  next: null,
  read: 1200,
  inserted: 3,
  updated: 2,
  deleted: 1,
  quarantined: 0,
  findings: [],
  holds: [],
  streams: [],
  waiting: [],
};
const hold = {
  name: 'lhasa.qzk_zj.mass_delete',
  guard: 'mass_delete',
  state: 'open',
  records: 40,
  message: { zh: '现有 60 条中有 40 条要删除', en: '40 of 60' },
  decision: null,
};
const held: NightSystem = {
  ...fine,
  system: 'lhasa',
  label: { zh: '拉萨', en: 'Lhasa' },
  status: 'stopped',
  days: ['2020-11-30', '2020-12-01', '2020-12-02'],
  message: '现有 60 条中有 40 条要删除<script>alert(1)</script>',
  holds: [hold],
};
const finding = (guard: string, level: 'warn' | 'stop' = 'stop') => {
  return { level, guard, learned: true, message: { zh: `${guard} 提醒`, en: `${guard} told` } };
};
const report = (...systems: NightSystem[]): NightReport => ({
  night: '2020-12-01',
  madeAt: '2020-12-01 06:30:00',
  madeBy: 'tester',
  productVersion: '1',
  systems,
  silent: [{ system: 'nagqu', label: { zh: '那曲', en: 'Nagqu' } }],
  reviewPairs: 7,
});

describe('what to do now', () => {
  const commands = (system: NightSystem): string[] => todoOf(system).steps.flatMap(({ command }) => command ?? []);

  it('is to answer for what is held, by its name, and to have it take effect', () => {
    expect(todoOf(held).whom.zh).toBe('数据管理员');
    expect(commands(held)).toEqual([
      'ggzy holds lhasa',
      'ggzy approve lhasa.qzk_zj.mass_delete --as 姓名 --reason 理由',
      'ggzy refuse lhasa.qzk_zj.mass_delete --as 姓名 --reason 理由',
      'ggzy sync lhasa',
    ]);
  });

  it('is to look at a changed source, to ask a silent one, to check one that failed', () => {
    const failed = { ...held, holds: [], status: 'failed' as const };
    expect(commands({ ...failed, findings: [finding('drift')] })).toEqual(['ggzy plan lhasa', 'ggzy sync lhasa']);
    expect(commands(failed)).toEqual(['ggzy check lhasa', 'ggzy sync lhasa']);
    const silent = todoOf({ ...held, holds: [], findings: [finding('freshness')] });
    expect(silent.whom.en).toBe('the centre that delivers');
  });

  it('says what was loaded all the same, or that nothing was', () => {
    expect(todoOf(held).meanwhile.zh).toContain('新增 3，更新 2，删除 1');
    expect(todoOf({ ...held, inserted: 0, updated: 0, deleted: 0 }).meanwhile.zh).toContain('没有写入任何变化');
  });
});

describe('what somebody has answered for', () => {
  const decision = { by: '扎西', at: '2020-12-01 09:00', reason: '误删' };
  const answered = (state: string, guard = 'mass_delete'): NightSystem => {
    return { ...held, status: 'decided', holds: [{ ...hold, guard, state, decision }] };
  };

  it('is told by whom, when and why, and needs nobody', () => {
    for (const language of ['zh', 'en'] as const) {
      const text = renderNight(report(answered('refused')), speak(language));
      expect(text).toContain(language === 'zh' ? '○ 已决定' : '○ decided');
      expect(text).toMatch(/lhasa\.qzk_zj\.mass_delete {2}.*扎西.*2020-12-01 09:00.*误删/);
      expect(text).toContain(language === 'zh' ? '无需处理；来源交付其他内容时' : 'nothing to do until the source');
      expect(text).not.toMatch(/由谁处理|for: |ggzy check/);
    }
    expect(renderNight(report(answered('approved')), speak('en'))).toContain('loaded with the next sync');
    expect(renderNight(report(answered('refused', 'quarantine')), speak('en'))).toContain('before ggzy approve lhasa');
  });

  it('is not counted among the systems that need somebody', () => {
    const page = renderNightReport(report(answered('refused'), { ...answered('refused'), status: 'failed' }));
    expect(page).toMatch(/<dd>1<\/dd>\s*<dt><span lang="zh-CN">待处理的系统/);
    expect(renderNightReport(report(answered('refused')))).toContain('没有需要处理的系统');
    expect(renderNightReport(report(answered('refused')))).toContain('id="decided"');
    expect(renderNightReport(report(held))).not.toContain('id="decided"');
  });

  it('leaves what failed besides to be looked at', () => {
    const both = { ...held, status: 'failed' as const };
    expect(todoOf(both).steps.map(({ command }) => command)).toContain('ggzy check lhasa');
  });
});

describe('the terminal', () => {
  it('shows one line per system, and a screen for each that needs somebody', () => {
    const text = renderNight(report(held, fine), speak('zh'));
    const lines = text.split('\n');
    expect(lines.filter((line) => /^(?:lhasa|egov) /.test(line))).toHaveLength(2);
    expect(text).toMatch(/egov\s+✓ 正常\s+1,200\s+3\s+2\s+1\s+0\s+12\.3 s/);
    expect(text).toContain('当晚没有同步：nagqu');
    expect(text).toContain('ggzy review export');
    expect(text.match(/由谁处理/g)).toHaveLength(1);
  });

  it('names a span of days by its ends', () => {
    expect([[], [''], ['2020-12-01'], held.days].map(describeDays)).toEqual([
      '',
      '',
      '2020-12-01',
      '2020-11-30 … 2020-12-02 (3)',
    ]);
  });
});

describe('the page', () => {
  const page = renderNightReport(report(held, { ...fine, status: 'warned', findings: [finding('volume', 'warn')] }));

  it('puts what to do before everything else, and escapes what it shows', () => {
    expect(page.indexOf('todo-lhasa')).toBeLessThan(page.indexOf('id="systems"'));
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('volume 提醒');
  });

  it('fetches nothing', () => {
    expect(page).toContain(`default-src 'none'`);
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });

  it('says so where nobody is needed', () => {
    expect(renderNightReport(report(fine))).toContain('没有需要处理的系统');
  });
});
