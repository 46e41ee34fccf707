/** Where two values differ, character by character, also where what is shown is masked. */
import { diffArrays } from 'diff';
import { maskValue } from '../../core/mask.ts';

export interface Segment {
  readonly text: string;
  readonly differs: boolean;
}

export interface Difference {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

/** Beyond it a reader sees no characters any more, and comparing costs the product of both lengths. */
const LONGEST = 400;

type Marks = readonly [boolean[], boolean[]];

const differing = ([left]: Marks): number => left.filter(Boolean).length;

function alignedMarks(left: readonly string[], right: readonly string[]): Marks {
  const marks: Marks = [[], []];
  for (const { value, added, removed } of diffArrays([...left], [...right])) {
    for (let at = 0; at < value.length; at += 1) {
      if (!added) marks[0].push(removed);
      if (!removed) marks[1].push(added);
    }
  }
  return marks;
}

/**
 * Per character of a value: does the other one lack it here? Numbers of one length are read place by place unless
 * something was shifted.
 */
function marksOf(left: readonly string[], right: readonly string[]): Marks {
  const aligned = alignedMarks(left, right);
  if (left.length !== right.length) return aligned;
  const placed = left.map((character, at) => character !== right[at]);
  return differing([placed, placed]) <= differing(aligned) ? [placed, [...placed]] : aligned;
}

/** A mask that keeps every place shows which places differ; any other shows only that the value does. */
function segments(text: string, marks: readonly boolean[], personal: string | null): Segment[] {
  const shown = Array.from(personal === null ? text : maskValue(text, personal));
  const keepsPlaces = shown.length === marks.length;
  const differsAnywhere = marks.includes(true);
  const parts: { text: string; differs: boolean }[] = [];
  shown.forEach((character, at) => {
    const differs = keepsPlaces ? (marks[at] ?? false) : differsAnywhere;
    const last = parts.at(-1);
    if (last && last.differs === differs) last.text += character;
    else parts.push({ text: character, differs });
  });
  return parts;
}

/** @param personal class of the mask; null shows the values as they are. Null values show as nothing. */
export function findDifference(left: string | null, right: string | null, personal: string | null): Difference {
  if (left === null || right === null) {
    // An absent value contradicts nothing.
    const alone = (text: string | null) =>
      text === null
        ? []
        : segments(
            text,
            Array.from(text, () => false),
            personal,
          );
    return { left: alone(left), right: alone(right) };
  }
  const [a, b] = [Array.from(left), Array.from(right)];
  const tooLong = a.length > LONGEST || b.length > LONGEST;
  const whole = left !== right;
  const [leftMarks, rightMarks] = tooLong ? [a.map(() => whole), b.map(() => whole)] : marksOf(a, b);
  return { left: segments(left, leftMarks, personal), right: segments(right, rightMarks, personal) };
}
