import { expect, it } from 'vitest';
import { refusalOf } from '../../pipelines/refused-systems.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';

it.each([
  'ngari',
  'NGARI',
  './drop/ngari',
  'ngari-2020',
  '阿里地区',
  './移交/阿里',
  '5425',
  'drop_542500',
  '/data/542521/x',
])('refuses what claims to be Ngari: %s', (claim) => {
  expect(refusalOf(claim)?.zh).toContain('阿里地区没有交易系统');
});

it.each(['./data/nagqu', 'hungarian', '15425', '5425211', 'https://nagqu.example', './data/landmining', '2020-12-01'])(
  'has nothing against %s',
  (name) => {
    expect(refusalOf(name)).toBeNull();
  },
);

it('has nothing against any system that is declared, or where it is suggested to lie', () => {
  for (const { system, suggested } of SYSTEMS) {
    expect([system, ...Object.values(suggested.settings).map(String)].map(refusalOf)).not.toContainEqual(
      expect.anything(),
    );
  }
});
