import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { complaints, plans } from '../../../mappings/onestop/projects.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const CODE = '2019-540102-47-01-012345';
const PROJECT = canonicalId('project', 'onestop', 'TZXM', CODE);

/** @param expected values beside the number */
function check(cells: Cells, expected: Readonly<Record<string, string>>, issues: string[] = []): void {
  it(`a plan with ${Object.values(cells).join(' ')}`, () => {
    const mapped = mapOne(plans, { HZBH: 'HZ1', ...cells });
    expect(mapped.values['']).toEqual({ number: 'HZ1', ...expected });
    expect(mapped.issues).toEqual(issues);
  });
}

describe('tender plans', () => {
  check(
    { XMDM: CODE, XMMC: '幼儿园', ZBNR: 'KC;SJ;SG;JL;SB', ZBZZXS: '委托招标', ZBFS: '公开招标' },
    {
      projectId: PROJECT,
      name: '幼儿园',
      workClasses: 'survey;design;construction;supervision;equipment',
      organizeForm: '2',
      mode: '1',
    },
  );
  check(
    { ZBZZXS: '自行招标', ZBFS: '邀请招标', ZBNR: 'SG；JL' },
    {
      organizeForm: '1',
      mode: '2',
      workClasses: 'construction;supervision',
    },
  );
  check({ ZBNR: 'SG;X9' }, { workClasses: 'construction' }, ['ZBNR code_unknown loaded → construction']);
  check({ ZBNR: 'Z', ZBZZXS: '抽签', ZBFS: '#9' }, {}, [
    'ZBNR code_unknown loaded',
    'ZBZZXS code_unknown loaded',
    'ZBFS code_unknown loaded',
  ]);
  check(
    { HZWH: '藏发改招〔2020〕1号', HZRQ: '2020-02-02', GXSJ: '2020-02-03 08:42:26' },
    { approvalNumber: '藏发改招〔2020〕1号', approvedOn: '2020-02-02', modifiedAt: '2020-02-03 08:42:26' },
  );
  check({ HZRQ: '2020年2月2日' }, { approvedOn: '2020-02-02' });
  check({ HZRQ: '9999-12-31' }, {}, ['HZRQ date_placeholder repaired']);
  check({ GSJE: '0.5' }, { estimate: '5000' });
  // In company the set rule judges a slip of unit: only what no slip explains is absurd alone.
  check({ GSJE: '64011313' }, { estimate: '640113130000' });
  check({ GSJE: '9999999999' }, { estimate: '99999999990000' }, ['GSJE money_absurd quarantined']);
  check(
    { XMDM: '藏发改〔2015〕021号' },
    {
      projectId: canonicalId('project', 'onestop', 'TZXM', '藏发改〔2015〕021号'),
    },
  );
});

describe('complaints', () => {
  it('name complainant and respondent', () => {
    const { key, values, issues } = mapOne(complaints, {
      TSBH: 'TS1',
      XMDM: CODE,
      XMMC: '幼儿园',
      TSR: '某建筑公司（曾用名：某工程队）',
      BTSR: '某县教育局',
      TSNR: '第一条。\n第二条。',
      TSRQ: '2020-04-10',
      CLQK: '已受理。',
      GXSJ: '2020-05-10 11:15:01',
    });
    expect(key).toBe('TS1');
    expect(values).toEqual({
      '': {
        number: 'TS1',
        projectId: PROJECT,
        projectName: '幼儿园',
        projectNumber: CODE,
        complainantName: '某建筑公司',
        respondentName: '某县教育局',
        content: '第一条。\n第二条。',
        filedOn: '2020-04-10',
        result: '已受理。',
        modifiedAt: '2020-05-10 11:15:01',
      },
      complainant: { name: '某建筑公司', formerName: '某工程队', partyRole: 'complainant' },
      respondent: { name: '某县教育局', partyRole: 'respondent' },
    });
    expect(issues).toEqual([]);
  });

  it('without parties mention none', () => {
    expect(mapOne(complaints, { TSBH: 'TS1', CZBZ: 'D' })).toMatchObject({
      deleted: true,
      values: { '': { number: 'TS1' } },
    });
  });

  it('are loaded whole', () => {
    const TSNR = '招标文件设置不合理条件。'.repeat(200);
    const { values, issues } = mapOne(complaints, { TSBH: 'TS1', TSNR });
    expect(values['']?.['content']).toBe(TSNR);
    expect(issues.map((issue) => issue.split(' ').slice(0, 2).join(' '))).toEqual(['TSNR overlong']);
  });
});
