import { describe, expect, it } from 'vitest';
import { isValidId, isValidUscc, withOrgCheck } from '../../scripts/demo-data/forms/check-digits.ts';
import { keyFields } from '../../scripts/demo-data/tables.ts';
import { textOf, type Row } from '../../scripts/demo-data/types.ts';
import { generateWorld } from '../../scripts/demo-data/world/world.ts';
import { RULES } from '../../schemas/rules.ts';

const world = generateWorld({ seed: 1, scale: 20, dirt: 1 });
const { defects } = world.truth;
const BOTH =
  'code_fullwidth code_lowercase code_unknown date_placeholder duplicate_key_conflict duplicate_key_exact formula_text gbk_lost html_in_text id_15 id_check_digit id_fullwidth id_lowercase_x id_placeholder mojibake money_absurd money_capital money_negative money_unit_mismatch newline_in_text overlong phone_invalid uscc_check_digit';
const OWN = {
  procurement:
    'amount_words_differ control_char dangling_party division_retired division_unknown dob_mismatch html_script invalid_bytes nul_byte orphan',
  stateassets: 'code_rounded date_impossible excel_note excel_subtotal money_sci money_suffix money_text',
};

function fieldsWith(kinds: readonly string[]): Set<string> {
  return new Set(
    defects
      .filter((defect) => kinds.includes(defect.kind))
      .map((one) => `${one.stream} ${one.source_key} ${one.field}`),
  );
}

function keyOf(row: Row): string {
  return keyFields(row.stream)
    .map((field) => textOf(row, field))
    .join('|');
}

describe('planted dirt', () => {
  it.each(['procurement', 'stateassets'] as const)('holds every kind %s can have', (system) => {
    const kinds = new Set(defects.filter((defect) => defect.system === system).map((defect) => defect.kind));
    expect([...kinds].sort()).toEqual(`${BOTH} ${OWN[system]}`.split(' ').sort());
  });

  it('uses kinds and outcomes the product knows', () => {
    const outcomes = { quarantined: 'quarantine', repaired: 'repair', loaded: 'warn', skipped: 'skip' };
    for (const { kind, outcome } of defects) {
      const rule = (RULES as Record<string, { readonly disposition: keyof typeof outcomes } | undefined>)[kind];
      const allowed = kind === 'mojibake' ? ['repair', 'warn'] : [outcomes[rule?.disposition ?? 'skipped']];
      expect(allowed).toContain(outcome);
    }
  });

  it('is unambiguous: one defect per cell, nothing beside a quarantine or a copy', () => {
    const cells = defects.map((defect) => `${defect.position} ${defect.field}`);
    expect(new Set(cells).size).toBe(cells.length);
    const whole = defects.filter((defect) => ['quarantine', 'skip'].includes(defect.outcome));
    for (const { stream, source_key: key } of whole) {
      expect(defects.filter((defect) => defect.stream === stream && defect.source_key === key)).toHaveLength(1);
    }
  });

  it('has an expected value where the outcome promises one', () => {
    const empty = new Set(['id_placeholder', 'date_placeholder']);
    for (const defect of defects.filter((one) => one.outcome === 'repair')) {
      expect(defect.expected === '').toBe(empty.has(defect.kind));
    }
  });

  it('leaves the parents of other rows loadable', () => {
    const lost = new Set(
      defects
        .filter((one) => one.outcome === 'quarantine' && one.field !== '')
        .map((one) => `${one.stream} ${one.source_key}`),
    );
    const references = [
      ['CG_FB', 'XMID', 'CG_XM'],
      ['CG_GG', 'XMID', 'CG_XM'],
      ['CG_TB', 'FBID', 'CG_FB'],
      ['CG_TB', 'GYSID', 'CG_GYS'],
      ['CG_ZJ_ZY', 'ZJID', 'CG_ZJ'],
    ] as const;
    for (const [table, field, parent] of references) {
      for (const row of world.tables[table] ?? []) expect(lost.has(`${parent} ${textOf(row, field)}`)).toBe(false);
    }
  });

  it('says which codes are wrong: every other ID number and credit code passes its check', () => {
    const planted = fieldsWith(
      defects.map((defect) => defect.kind).filter((kind) => /^(id|code|uscc)_|invalid_bytes/.test(kind)),
    );
    for (const table of ['CG_ZJ', 'CG_GYS', 'CG_CGR', 'CG_DLJG']) {
      const field = table === 'CG_ZJ' ? 'SFZH' : 'XYDM';
      for (const row of world.tables[table] ?? []) {
        const code = textOf(row, field);
        if (code === '' || planted.has(`${table} ${keyOf(row)} ${field}`)) continue;
        const hyphenated =
          /^[0-9A-Z]{8}-[0-9X]$/.test(code) && withOrgCheck(code.slice(0, 8)) === code.replace('-', '');
        expect(isValidId(code) || isValidUscc(code) || hyphenated).toBe(true);
      }
    }
    for (const one of defects.filter(
      (defect) => ['id_check_digit', 'uscc_check_digit'].includes(defect.kind) && defect.system === 'procurement',
    )) {
      const row = world.tables[one.stream]?.find((candidate) => keyOf(candidate) === one.source_key);
      const code = row === undefined ? '' : textOf(row, one.field);
      expect(code).toHaveLength(18);
      expect(isValidId(code) || isValidUscc(code)).toBe(false);
    }
  });
});
