/** Which version of each stream and mapping the book describes. */
import { tabulate, type BookTable } from './sheet.ts';
import type { BookDeletion, BookSource, BookStream, Voice } from './source.ts';

function describeDeletion(deletion: BookDeletion, { say }: Voice): string {
  if (deletion.by === 'strike') return say('整行删除线', 'struck through');
  if (deletion.by === 'absence') return say('全量交付中不再出现', 'absent from a complete delivery');
  const values = deletion.values.join(say('、', ', '));
  return say(`${deletion.column} 为 ${values}`, `${deletion.column} is ${values}`);
}

function describeCursor({ cursor }: BookStream, { say }: Voice): string {
  if (!cursor) return '';
  const kind =
    cursor.kind === 'modification' ? say('修改时间', 'modification time') : say('业务时间', 'time of the event');
  return `${cursor.column}${say('（', ' (')}${kind}${say('）', ')')}`;
}

export function listVersions({ systems }: BookSource, voice: Voice): BookTable {
  const { language, say } = voice;
  const rows = systems.flatMap((system) => system.mappings.map(({ stream, version }) => ({ system, stream, version })));
  return tabulate(
    [
      { title: say('系统', 'system'), value: ({ system }) => system.system },
      { title: say('单位', 'centre'), value: ({ system }) => system.label[language] },
      { title: say('平台代码', 'platform code'), value: ({ system }) => system.platformCode },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream.name },
      { title: say('数据流名称', 'stream label'), value: ({ stream }) => stream.label },
      { title: say('数据流版本', 'stream version'), value: ({ stream }) => stream.version },
      { title: say('映射版本', 'mapping version'), value: ({ version }) => version },
      { title: say('主键', 'key'), value: ({ stream }) => stream.key.join(' + ') },
      { title: say('增量列', 'cursor'), value: ({ stream }) => describeCursor(stream, voice) },
      {
        title: say('删除的判断', 'deletion'),
        value: ({ stream }) => stream.deletion.map((one) => describeDeletion(one, voice)).join('\n'),
      },
      { title: say('列数', 'columns'), value: ({ stream }) => Object.keys(stream.columns).length },
    ],
    rows,
  );
}
