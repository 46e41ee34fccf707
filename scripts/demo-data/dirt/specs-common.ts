/** Defects of texts and phones that both systems know. */
import { badPhone, formula, hanCount, insertInside, loseCharacter, markup, misread } from './damage.ts';
import type { Damage, DamageRequest, Spec } from './plant.ts';

/** A copied name with a note of a former one behind it has no single expected text. */
const isPlain = (text: string): boolean => !text.includes('曾用名') && !text.includes('（原');

type Soil = (request: DamageRequest) => Damage | null;

const lost: Soil = ({ text, random }) => {
  const cell = isPlain(text) && hanCount(text) > 2 ? loseCharacter(random, text) : null;
  return cell === null ? null : { cell };
};

const misreadWhole: Soil = ({ text }) => {
  const read = misread(text);
  return isPlain(text) && hanCount(text) >= 6 && read.lossless ? { cell: read.text, expected: text } : null;
};

const misreadBroken: Soil = ({ text }) => {
  const read = misread(text);
  return hanCount(text) >= 6 && !read.lossless && read.text.includes('?') ? { cell: read.text } : null;
};

const broken: Soil = ({ text, random }) =>
  isPlain(text) ? { cell: insertInside(random, text, random.pick(['\r\n', '\n', '\t'])), expected: text } : null;

const marked: Soil = ({ text, random }) => (isPlain(text) ? { cell: markup(random, text), expected: text } : null);

/** `long` are texts of many characters; `all` may be short names too. */
export function textSpecs(all: readonly string[], long: readonly string[], formulas: readonly string[]): Spec[] {
  return [
    { kind: 'gbk_lost', outcome: 'warn', targets: all, rate: 0.004, damage: lost },
    { kind: 'mojibake', outcome: 'repair', targets: long, rate: 0.003, damage: misreadWhole },
    { kind: 'mojibake', outcome: 'warn', targets: long, rate: 0.003, damage: misreadBroken },
    { kind: 'newline_in_text', outcome: 'repair', targets: long, rate: 0.002, damage: broken },
    { kind: 'html_in_text', outcome: 'repair', targets: long, rate: 0.002, damage: marked },
    {
      kind: 'formula_text',
      outcome: 'warn',
      targets: formulas,
      rate: 0.003,
      damage: ({ text, random }) => ({ cell: formula(random, text) }),
    },
  ];
}

export function phoneSpec(targets: readonly string[]): Spec {
  return {
    kind: 'phone_invalid',
    outcome: 'warn',
    targets,
    rate: 0.01,
    damage: ({ random }) => ({ cell: badPhone(random) }),
  };
}
