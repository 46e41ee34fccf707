/** Columns that lie about their bytes: GBK in latin1, as old applications wrote it, and what is said about them. */
import { expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { readRows } from '../database/read-rows.ts';
import { useSource } from './source.ts';

const columns = { id: { type: 'varchar(20)', label: '主键' }, mc: { type: 'varchar(40)', label: '名称' } } as const;
const stream = defineStream({ name: 'dw', label: '单位', key: ['id'], deletion: [], version: 1, columns });
/** As GB18030; the last has four bytes to a character. */
const TEXTS = new Map([
  ['甲公司', 'bcd7b9abcbbe'],
  ['西藏', 'ceF7b2d8'],
  ['𠮷', '9534b235'],
]);

describeOnMariadb('bytes of another encoding', () => {
  const source = useSource('character set latin1');

  async function fill(): Promise<void> {
    await source.query('drop table if exists dw; create table dw (id varchar(20) primary key, mc varchar(40))');
    for (const [text, hex] of TEXTS) await source.query(`insert into dw values (x'${hex}', x'${hex}')`, [text]);
  }

  const said = async (connector: Connector) =>
    (await connector.describe(stream)).findings.map(({ level, rule }) => `${level} ${rule}`);

  it('are warned of where nothing is said about them', async () => {
    await fill();
    expect(await said(await source.open())).toEqual(['warning column_charset']);
  });

  it('are read as what the settings say, key and all, and each cursor leads on', async () => {
    await fill();
    const connector = await source.open({ encoding: 'gb18030' });
    expect(await said(connector)).toEqual(['info column_charset']);
    const rows = await readRows(connector, { stream, columns: ['id', 'mc'] });
    expect(new Set(rows.map(([, id, mc]) => `${id} ${mc}`))).toEqual(
      new Set([...TEXTS.keys()].map((text) => `${text} ${text}`)),
    );
    for await (const { records, cursor } of connector.read({ stream, columns: ['id', 'mc'], chunkSize: 1 })) {
      const rest = await readRows(connector, { stream, columns: ['id', 'mc'], after: cursor });
      expect(rest).toEqual(rows.slice(records[0]?.row));
    }
  });

  it('cost their own record alone where they are broken', async () => {
    await fill();
    await source.query(`insert into dw values ('x', x'b2d8ff')`);
    const connector = await source.open({ encodings: { 'dw.mc': 'gb18030' } });
    const problems: unknown[] = [];
    for await (const { records } of connector.read({ stream, columns: ['mc'], chunkSize: 10 })) {
      problems.push(...records.flatMap((record) => record.problems ?? []));
    }
    expect(problems).toMatchObject([{ rule: 'invalid_bytes', column: 'mc', severity: 'blocking' }]);
  });
});
