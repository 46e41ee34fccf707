import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { Complaint } from '../../../schemas/entities/complaint.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'bodies',
  label: '单位',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    code: { type: 'varchar(18)', label: '代码' },
    orgCode: { type: 'varchar(12)', label: '组织机构代码' },
    text: { type: 'varchar(2000)', label: '说明' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const organizationCode = take.either(
  take.partyCode('orgCode', 'organizationCode', { only: 'organization', leads: true }),
  take.partyCode('code', 'organizationCode'),
);
const bodies = defineMapping({ system: 'test', stream, version: 1, parts: [part(Party, { organizationCode })] });
const USCC = '91540000MA6KXB3M55';

describe('a field that several columns can fill', () => {
  it.each([
    [{ orgCode: '76191136-X', code: USCC }, '76191136X', []],
    [{ orgCode: '76191136-1', code: USCC }, 'MA6KXB3M5', ['orgCode code_malformed loaded']],
    [{ orgCode: '无', code: USCC }, 'MA6KXB3M5', ['orgCode id_placeholder repaired']],
    [
      { orgCode: '７６１９１１３６x' },
      '76191136X',
      ['code_fullwidth', 'code_lowercase'].map((rule) => `orgCode ${rule} repaired → 76191136X`),
    ],
    [{ code: USCC }, 'MA6KXB3M5', []],
    [{}, undefined, []],
  ])('%j → %s', (cells, code, issues) => {
    const mapped = mapOne(bodies, { id: '1', ...cells });
    expect(mapped.values['']?.['organizationCode']).toBe(code);
    expect(mapped.issues).toEqual(issues);
  });

  it('names its columns in the order of trust', () => {
    expect(organizationCode.columns).toEqual(['orgCode', 'code']);
    expect(organizationCode.reading.zh).toMatch(/；无值时取/);
  });
});

describe('a text with a limit of its own', () => {
  const limit = Complaint.fields.content.meta.maxLength ?? 0;
  const limited = (longest: number | null) =>
    defineMapping({
      system: 'test',
      stream,
      version: 1,
      parts: [part(Party, { qualificationText: take.limited(longest, take.text('text')) })],
    });
  const rules = (longest: number | null, length: number) =>
    mapOne(limited(longest), { id: '1', text: '甲'.repeat(length) }).issues.map((issue) => issue.split(' ')[1]);

  it('is held to it though its field has none', () => {
    expect(limit).toBeGreaterThan(0);
    expect(rules(limit, limit)).toEqual([]);
    expect(rules(limit, limit + 1)).toEqual(['overlong']);
    expect(rules(null, limit + 1)).toEqual([]);
  });
});
