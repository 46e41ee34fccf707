/** The balance of records and of amounts, as tables. */
import type { Say } from '../core/language.ts';
import { formatAmount, formatCount } from './figures.ts';
import { renderTable, type TableColumn } from './table.ts';

const OUTCOMES = ['inserted', 'updated', 'unchanged', 'superseded', 'deleted', 'skipped', 'quarantined'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface RecordBalance extends Readonly<Record<Outcome, number>> {
  readonly system: string;
  readonly stream: string;
  readonly status: string;
  readonly declaredRows: number | null;
  readonly read: number;
}

export interface AmountLine {
  readonly system: string;
  readonly stream: string;
  readonly field: string;
  readonly source: string;
  readonly loaded: string;
  readonly quarantined: string;
  readonly skipped: string;
  readonly target: string;
  readonly balances: boolean;
}

/** Every record read has exactly one outcome, as many as declared were read, and the ledger says green. */
export function isBalanced(balance: RecordBalance): boolean {
  const outcomes = OUTCOMES.reduce((sum, name) => sum + balance[name], 0);
  return balance.status === 'green' && outcomes === balance.read && balance.read === (balance.declaredRows ?? outcomes);
}

export function describeStatus(balance: RecordBalance, say: Say): string {
  if (isBalanced(balance)) return '✓';
  const names: Readonly<Record<string, string>> = {
    red: say('✗ 不平衡', '✗ unbalanced'),
    green: say('✗ 不平衡', '✗ unbalanced'),
    failed: say('✗ 失败', '✗ failed'),
    held: say('✗ 搁置', '✗ held'),
  };
  return names[balance.status] ?? say('… 未完成', '… unfinished');
}

function outcomeTitles(say: Say): Readonly<Record<Outcome, string>> {
  return {
    inserted: say('新增', 'inserted'),
    updated: say('更新', 'updated'),
    unchanged: say('未变', 'unchanged'),
    superseded: say('被后续取代', 'superseded'),
    deleted: say('删除', 'deleted'),
    skipped: say('跳过', 'skipped'),
    quarantined: say('隔离', 'quarantined'),
  };
}

function totalOf(balances: readonly RecordBalance[], say: Say): RecordBalance {
  const sum = (name: Outcome | 'read'): number => balances.reduce((total, balance) => total + balance[name], 0);
  const outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, sum(name)])) as Record<Outcome, number>;
  const status = balances.every(isBalanced) ? 'green' : 'red';
  return { system: say('合计', 'total'), stream: '', status, declaredRows: null, read: sum('read'), ...outcomes };
}

export function renderBalances(balances: readonly RecordBalance[], say: Say): string {
  const titles = outcomeTitles(say);
  const columns: TableColumn<RecordBalance>[] = [
    { title: say('系统', 'system'), value: ({ system }) => system },
    { title: say('数据流', 'stream'), value: ({ stream }) => stream },
    { title: say('读取', 'read'), value: ({ read }) => formatCount(read), align: 'right' },
    ...OUTCOMES.map((name): TableColumn<RecordBalance> => {
      return { title: titles[name], value: (balance) => formatCount(balance[name]), align: 'right' };
    }),
    { title: say('=读取?', '= read?'), value: (balance) => describeStatus(balance, say) },
  ];
  return renderTable(columns, [...balances, totalOf(balances, say)]);
}

/** Fields without any amount say nothing. */
const hasAmount = ({ source, target, loaded }: AmountLine): boolean =>
  [source, target, loaded].some((amount) => amount !== '0');

export function renderAmounts(amounts: readonly AmountLine[], say: Say): string {
  const amount = (title: string, value: (line: AmountLine) => string): TableColumn<AmountLine> => {
    return { title, value: (line) => formatAmount(value(line)), align: 'right' };
  };
  return renderTable<AmountLine>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      { title: say('金额（元）', 'amount (yuan)'), value: ({ field }) => field },
      amount(say('来源', 'source'), ({ source }) => source),
      amount(say('入库', 'loaded'), ({ loaded }) => loaded),
      amount(say('隔离', 'quarantined'), ({ quarantined }) => quarantined),
      amount(say('跳过', 'skipped'), ({ skipped }) => skipped),
      amount(say('目标库', 'target'), ({ target }) => target),
      { title: '', value: ({ balances }) => (balances ? '✓' : '✗') },
    ],
    amounts.filter(hasAmount),
  );
}
