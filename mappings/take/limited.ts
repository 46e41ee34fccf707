/** The length a text is held to where the canonical field itself has none. */
import type { FieldRule } from '../mapping.ts';

/** @param longest in characters, null for no limit; a longer text is loaded whole with `overlong`. */
export function limited<C extends string>(longest: number | null, rule: FieldRule<C>): FieldRule<C> {
  return { ...rule, compile: (context) => rule.compile({ ...context, maxLength: longest }) };
}
