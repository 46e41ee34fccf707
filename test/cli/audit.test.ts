import { describe, expect, it } from 'vitest';
import { defineStream } from '../../connectors/stream.ts';
import { defineMapping, part } from '../../mappings/mapping.ts';
import { takeFrom } from '../../mappings/take/index.ts';
import { auditMapping, passesAudit } from '../../pipelines/audit.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { Expert } from '../../schemas/entities/expert.ts';

const stream = defineStream({
  name: 'X',
  label: 'X',
  version: 1,
  key: ['ID'],
  deletion: [],
  columns: {
    ID: { type: 'int', label: '主键' },
    XM: { type: 'varchar', label: '姓名' },
    ZC: { type: 'varchar', label: '职称' },
    MM: { type: 'varchar', label: '密码', ignore: 'credential' },
    BY: { type: 'varchar', label: '备用', ignore: 'spare' },
  },
});
const take = takeFrom(stream);

describe('a column', () => {
  it('is taken, structural, ignored for a reason, or forgotten', () => {
    const parts = [part(Expert, { name: take.personName('XM') })];
    const audit = auditMapping(defineMapping({ system: 's', stream, version: 2, parts }));
    expect(audit).toMatchObject({
      columns: 5,
      taken: ['XM'],
      structural: ['ID'],
      ignored: { credential: ['MM'], spare: ['BY'] },
      forgotten: ['ZC'],
      contradictory: [],
    });
    expect(passesAudit(audit)).toBe(false);
  });

  it('is not both taken and ignored', () => {
    const parts = [part(Expert, { name: take.personName('XM'), title: take.text('ZC'), duty: take.text('BY') })];
    const audit = auditMapping(defineMapping({ system: 's', stream, version: 2, parts }));
    expect(audit).toMatchObject({ forgotten: [], contradictory: ['BY'] });
    expect(passesAudit(audit)).toBe(false);
  });
});

it.each(
  SYSTEMS.flatMap(({ mappings }) => mappings).map(
    (mapping) => [`${mapping.system} ${mapping.stream.name}`, mapping] as const,
  ),
)('%s accounts for every column', (_name, mapping) =>
  expect(auditMapping(mapping)).toMatchObject({ forgotten: [], contradictory: [] }),
);
