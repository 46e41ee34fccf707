/** What a line about a night says, wherever it stands. */
import type { Say } from '../../core/language.ts';
import { formatCount } from '../figures.ts';
import type { TableColumn } from '../table.ts';
import { NIGHT_STATUS, type NightStatus, type NightVolumes } from './report.ts';

export function describeStatus(status: NightStatus, say: Say): string {
  const { mark, zh, en } = NIGHT_STATUS[status];
  return `${mark} ${say(zh, en)}`;
}

export function describeDays(days: readonly string[]): string {
  const named = [...new Set(days)].filter((day) => day !== '');
  if (named.length <= 1) return named[0] ?? '';
  return `${named[0]} … ${named.at(-1)} (${named.length})`;
}

export function volumeColumns<T extends NightVolumes>(say: Say): TableColumn<T>[] {
  const count = (title: string, name: keyof NightVolumes): TableColumn<T> => {
    return { title, value: (line) => formatCount(line[name]), align: 'right' };
  };
  return [
    count(say('读取', 'read'), 'read'),
    count(say('新增', 'new'), 'inserted'),
    count(say('更新', 'changed'), 'updated'),
    count(say('删除', 'deleted'), 'deleted'),
    count(say('隔离', 'quarantined'), 'quarantined'),
  ];
}
