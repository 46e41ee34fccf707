/** What only a whole delivery shows: parents, registers, amounts beside each other, what is gone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { transport } from '../../../pipelines/systems/transport.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells, Tables } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(transport);

beforeEach(() => {
  centre = openCentre();
});

const project = (XM_ID: string, more: Cells = {}): Cells => ({ XM_ID, XM_MC: '某县公路', ...more });
const section = (BD_ID: string, more: Cells = {}): Cells => ({ BD_ID, XM_ID: '1', BD_MC: '某标段', ...more });
const bid = (TB_ID: string, more: Cells = {}): Cells => ({ TB_ID, BD_ID: '1', TBR_MC: '西藏甲公司', ...more });
const yuan = (column: string, amount: string): Cells => ({ [column]: amount, [`${column}_DW`]: '元' });
const small: Tables = { jt_xm: [project('1')], jt_bd: [section('1')] };

describe('what belongs to something that was never delivered', () => {
  it('waits', async () => {
    await centre.run({
      ...small,
      jt_bd: [section('1'), section('2', { XM_ID: '9' })],
      jt_gg: [{ GG_ID: '1', XM_ID: '9', GG_LX: '更正公告', GG_BT: '更正' }],
      jt_tb: [bid('1', { BD_ID: '9' })],
      jt_zj: [{ ZJ_ID: '1', BD_ID: '9', ZJ_XM: '次仁', ZY: '公路/桥梁' }],
      jt_zbjg: [{ JG_ID: '1', BD_ID: '9', ZBR_MC: '西藏甲公司' }],
    });
    expect(await centre.issues()).toEqual([
      'jt_bd 2 XM_ID orphan',
      'jt_gg 1 XM_ID orphan',
      'jt_tb 1 BD_ID orphan',
      'jt_zbjg 1 BD_ID orphan',
      'jt_zj 1 BD_ID orphan',
    ]);
    for (const table of ['tender_clarifications', 'experts', 'expert_specialties', 'party_mentions']) {
      expect(await centre.rows(table, 'source_key', 'true')).toEqual([]);
    }
  });

  it('or names a bidder who is not registered keeps the name', async () => {
    const jt_tbr = [{ TBR_ID: '3', TBR_MC: '西藏甲公司' }];
    await centre.run({ ...small, jt_tbr, jt_tb: [bid('1', { TBR_ID: '3' }), bid('2', { TBR_ID: '8' }), bid('3')] });
    expect(await centre.issues()).toEqual(['jt_tb 2 TBR_ID dangling_party']);
    const expected = [
      { source_key: '1', known: 't', name: '西藏甲公司' },
      { source_key: '2', known: 'f', name: '西藏甲公司' },
      { source_key: '3', known: 'f', name: '西藏甲公司' },
    ];
    const known = 'source_key, bidder_id is not null as known, bidder_name as name';
    expect(await centre.rows('tender_bids', known)).toEqual(expected);
    const mentions = 'source_key, party_id is not null as known, name';
    expect(await centre.rows('party_mentions', mentions, "role = 'bidder'")).toEqual(expected);
  });
});

describe('what is deleted', () => {
  it('as a project marks its sections and their bids', async () => {
    await centre.run({ ...small, jt_xm: [project('1', { DELETE_FLAG: 'Y' })], jt_tb: [bid('1')] });
    expect(await centre.issues()).toEqual(['jt_bd 1 XM_ID parent_not_live', 'jt_tb 1 BD_ID parent_not_live']);
    for (const table of ['sections', 'tender_bids']) {
      expect(await centre.rows(table, 'parent_deleted, source_deleted_at is null as kept')).toEqual([
        { parent_deleted: 't', kept: 't' },
      ]);
    }
    expect(await centre.rows('projects', 'source_deleted_at is null as kept', 'true')).toEqual([{ kept: 'f' }]);
  });

  it('as a status stays', async () => {
    await centre.run({ jt_xm: [project('1', { ZT: '流标' }), project('2', { ZT: '已终止' })] });
    expect(await centre.rows('tender_projects', 'status, source_deleted_at')).toEqual([
      { status: 'failed', source_deleted_at: null },
      { status: 'terminated', source_deleted_at: null },
    ]);
  });

  it.each([
    ['jt_bd', 'sections', section],
    ['jt_zj', 'experts', (ZJ_ID: string): Cells => ({ ZJ_ID, BD_ID: '1' })],
    ['jt_xypj', 'parties', (PJ_ID: string): Cells => ({ PJ_ID })],
  ])('in %s is what a complete delivery no longer holds', async (stream, table, make) => {
    const rows = ['1', '2', '3'].map((id) => make(id));
    await centre.run({ ...small, [stream]: rows });
    await centre.run({ ...small, [stream]: rows.slice(0, 2) });
    expect(await centre.rows(table, 'source_key, source_deleted_at is null as kept', 'true')).toEqual([
      { source_key: '1', kept: 't' },
      { source_key: '2', kept: 't' },
      { source_key: '3', kept: 'f' },
    ]);
  });
});

describe('a delivery', () => {
  it('that says the same again changes nothing', async () => {
    const tables: Tables = {
      ...small,
      jt_tbr: [{ TBR_ID: '3', TBR_MC: '西藏甲公司' }],
      jt_tb: [bid('1', { TBR_ID: '8', ...yuan('TBBJ', '5200') })],
      jt_zj: [{ ZJ_ID: '1', BD_ID: '1', ZJ_XM: '次仁', ZY: '公路/桥梁' }],
    };
    await centre.run(tables);
    await centre.run(tables);
    for (const stream of Object.keys(tables)) {
      expect(await centre.counts(stream)).toEqual({ status: 'green', read: '1', unchanged: '1' });
    }
  });

  it('with one specialty fewer takes it away', async () => {
    const expert = (ZY: string): Tables => ({ ...small, jt_zj: [{ ZJ_ID: '1', BD_ID: '1', ZJ_XM: '次仁', ZY }] });
    await centre.run(expert('公路/桥梁'));
    await centre.run(expert('桥梁'));
    expect(await centre.rows('expert_specialties', 'ordinal, name', 'true')).toEqual([{ ordinal: '0', name: '桥梁' }]);
  });
});
