import { describe, expect, it } from 'vitest';
import { projects } from '../../../mappings/onestop/projects.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const CODE = '2019-540102-47-01-012345';
const USCC = '91540000MA6KXB3M55';

/** @param expected values beside the key's */
function check(cells: Cells, expected: Readonly<Record<string, string>>, issues: string[] = []): void {
  it(`a project with ${Object.values(cells).join(' ')}`, () => {
    const mapped = mapOne(projects, { XMDM: CODE, ...cells });
    expect(mapped.values['']).toEqual({ investmentCode: CODE, ...expected });
    expect(mapped.issues).toEqual(issues);
  });
}

describe('investment projects', () => {
  check(
    { XMMC: '某乡幼儿园建设项目', XMLX: '核准', JSDD: '某县某乡', ZJLY: '援藏资金', HYDM: 'E47', LXRQ: '2019-03-01' },
    {
      name: '某乡幼儿园建设项目',
      approvalType: 'verification',
      address: '某县某乡',
      fundSource: '援藏资金',
      industryCode: 'E47',
      establishedOn: '2019-03-01',
    },
  );
  check(
    { PFWH: '藏发改投资〔2019〕12号', PFJG: '市发展和改革委员会', LXR: '次仁', LXDH: '13812345678' },
    {
      approvalNumber: '藏发改投资〔2019〕12号',
      approvalAuthority: '市发展和改革委员会',
      contactName: '次仁',
      contactPhone: '13812345678',
    },
  );
  check({ XMLX: '审批' }, { approvalType: 'approval' });
  check({ XMLX: '备案' }, { approvalType: 'filing' });
  check({ XMLX: 'Z8' }, {}, ['XMLX code_unknown loaded']);
  check({ XZQH: '542621' }, { divisionCode: '540402' }, ['XZQH division_retired repaired → 540402']);
  check({ XZQH: '5401' }, {}, ['XZQH division_unknown loaded']);
  check({ XZQH: '610000' }, { divisionCode: '610000' });
  check({ LXDH: '139****1234' }, { contactPhone: '139****1234' }, ['LXDH phone_invalid loaded → 139****1234']);
  check({ GXSJ: '2019-03-01 10:20:30' }, { modifiedAt: '2019-03-01 10:20:30' });
  check({ GXSJ: '0000-00-00 00:00:00', LXRQ: '2019-02-30' }, {}, [
    'LXRQ date_impossible loaded',
    'GXSJ date_placeholder repaired',
  ]);
});

describe('texts of a project', () => {
  const misread = new TextDecoder('gb18030').decode(Buffer.from('某县的幼儿园', 'utf8'));
  const long = '幼儿园'.repeat(201);
  check({ XMMC: misread }, { name: '某县的幼儿园' }, ['XMMC mojibake repaired → 某县的幼儿园']);
  check({ XMMC: '某乡\n幼儿园' }, { name: '某乡幼儿园' }, ['XMMC newline_in_text repaired → 某乡幼儿园']);
  check({ XMMC: '<b>幼儿园</b>' }, { name: '幼儿园' }, ['XMMC html_in_text repaired → 幼儿园']);
  check({ XMMC: '幼儿\u0000园' }, { name: '幼儿园' }, ['XMMC nul_byte repaired → 幼儿园']);
  check({ XMMC: '幼儿\u0007园' }, { name: '幼儿园' }, ['XMMC control_char repaired → 幼儿园']);
  check({ JSDD: '=1+1+某县' }, { address: '=1+1+某县' }, ['JSDD formula_text loaded → =1+1+某县']);
  check({ XMMC: long }, { name: long }, [`XMMC overlong loaded → ${long}`]);
  // Four bytes of GB18030: Tibetan script and rare characters are ordinary text.
  check({ XMMC: 'བོད་ལྗོངས 㐀𠀀村道路' }, { name: 'བོད་ལྗོངས 㐀𠀀村道路' });
});

describe('the key of a project', () => {
  it.each([
    [CODE, { investmentCode: CODE }],
    ['藏发改〔2015〕021号', { internalNumber: '藏发改〔2015〕021号' }],
  ])('%s', (XMDM, expected) => {
    const mapped = mapOne(projects, { XMDM });
    expect(mapped).toMatchObject({ key: XMDM, issues: [], values: { '': expected } });
  });

  it('alone is enough for a deletion', () => {
    const mapped = mapOne(projects, { XMDM: CODE, CZBZ: 'D' });
    expect(mapped).toEqual({ key: CODE, deleted: true, issues: [], values: { '': { investmentCode: CODE } } });
  });

  it.each(['I', 'U', null])('with the flag %s is no deletion', (CZBZ) => {
    expect(mapOne(projects, { XMDM: CODE, CZBZ }).deleted).toBe(false);
  });

  it('is missing: the record waits', () => {
    expect(mapOne(projects, { XMMC: '幼儿园' })).toMatchObject({
      key: 'here:1',
      issues: ['XMDM key_missing quarantined'],
    });
  });
});

describe('investment in 万元', () => {
  check({ ZTZ: '6401.1313' }, { totalInvestment: '64011313' });
  check({ ZTZ: '6,401.50' }, { totalInvestment: '64015000' });
  check({ ZTZ: '6.4E+03' }, { totalInvestment: '64000000' }, ['ZTZ money_sci repaired → 64000000']);
  check({ ZTZ: '6401万元' }, { totalInvestment: '64010000' }, ['ZTZ money_suffix repaired → 64010000']);
  check({ ZTZ: '6401元' }, { totalInvestment: '6401' }, ['ZTZ money_suffix repaired → 6401']);
  check({ ZTZ: '壹仟万元整' }, { totalInvestment: '10000000' }, ['ZTZ money_capital repaired → 10000000']);
  check({ ZTZ: '详见批复' }, {}, ['ZTZ money_text loaded']);
  check({ ZTZ: '-1' }, { totalInvestment: '-10000' }, ['ZTZ money_negative quarantined']);
  check({ ZTZ: '300000' }, { totalInvestment: '3000000000' });
  check({ ZTZ: '300000.0001' }, { totalInvestment: '3000000001' }, ['ZTZ money_absurd quarantined']);
});

describe('the owner', () => {
  const owner = (cells: Cells) => {
    const { values, issues } = mapOne(projects, { XMDM: CODE, JSDWMC: '某县教育局', ...cells });
    const { partyRole, ...rest } = values['owner'] ?? {};
    expect(partyRole).toBe('project_owner');
    return { rest, rules: issues.map((issue) => issue.split(' ').slice(0, 2).join(' ')), project: values[''] };
  };

  it.each([
    [USCC, { legalCode: USCC, uscc: USCC, organizationCode: 'MA6KXB3M5' }, []],
    [USCC.toLowerCase(), { legalCode: USCC, uscc: USCC, organizationCode: 'MA6KXB3M5' }, ['JSDWDM code_lowercase']],
    ['９１540000MA6KXB3M55', { legalCode: USCC, uscc: USCC, organizationCode: 'MA6KXB3M5' }, ['JSDWDM code_fullwidth']],
    ['91540000MA6KXB3M54', { legalCode: '91540000MA6KXB3M54' }, ['JSDWDM uscc_check_digit']],
    ['76191136X', { legalCode: '76191136X', organizationCode: '76191136X' }, []],
    ['76191136-X', { legalCode: '76191136X', organizationCode: '76191136X' }, []],
    ['9.154E+17', {}, ['JSDWDM code_rounded']],
    // Never an ID number: an owner is an organisation, whatever its code looks like.
    ['542301198001011234', { legalCode: '542301198001011234' }, ['JSDWDM uscc_check_digit']],
    ['/', {}, ['JSDWDM id_placeholder']],
    // 指挥部 have no code: nothing is wrong.
    [null, {}, []],
  ])('under the code %s', (JSDWDM, expected, rules) => {
    const { rest, rules: found } = owner({ JSDWDM });
    expect(rest).toEqual({ name: '某县教育局', ...expected });
    expect(found).toEqual(rules);
  });

  it('keeps former name and telephone, and the project its name', () => {
    const { rest, project } = owner({ JSDWMC: '某县文化局（原某县文化广电局）', LXDH: '0891-6321234' });
    const phone = { contactPhone: '0891-6321234' };
    expect(rest).toEqual({ name: '某县文化局', formerName: '某县文化广电局', ...phone });
    expect(project).toEqual({ investmentCode: CODE, ownerName: '某县文化局', ...phone });
  });

  it('that lost a character is reported once', () => {
    const { rest, rules } = owner({ JSDWMC: '某县?育局' });
    expect(rest).toEqual({ name: '某县?育局' });
    expect(rules).toEqual(['JSDWMC gbk_lost']);
  });
});
