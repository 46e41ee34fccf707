import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../formats/format-error.ts';
import { XmlScanner, type XmlHandler } from '../../../formats/xml/scanner.ts';

const NEXT = { zh: '重新导出。', en: 'Export again.' };

interface Told {
  /** As one event per tag and text, whoever told it; texts of one place joined. */
  readonly events: readonly string[];
  readonly leaves: readonly string[];
}

/** @param whole whether the handler takes leaves. */
function scan(pieces: readonly string[], whole: boolean): Told {
  const events: string[] = [];
  const leaves: string[] = [];
  const tags: Required<Pick<XmlHandler, 'open' | 'close' | 'text'>> = {
    open: (name, attributes, { line }) => events.push(`${line} <${name}${attributes}`),
    close: (name) => events.push(`/${name}`),
    text(raw, literal) {
      const kind = literal ? '!' : '=';
      if (!literal && events.at(-1)?.startsWith(kind) === true) events.push(`${events.pop()}${raw}`);
      else events.push(kind + raw);
    },
  };
  const leaf: Required<XmlHandler>['leaf'] = (name, raw, place) => {
    leaves.push(`${name}=${raw}`);
    tags.open(name, '', place);
    if (raw !== '') tags.text(raw, false);
    tags.close(name);
  };
  const scanner = new XmlScanner(whole ? { ...tags, leaf } : tags, NEXT);
  try {
    for (const piece of pieces) scanner.write(piece);
    events.push(`rest ${scanner.unfinished}`);
  } catch (thrown) {
    if (!(thrown instanceof FormatError)) throw thrown;
    events.push(`${scanner.line} ${thrown.fault.rule}`);
  }
  return { events, leaves };
}

describe('elements that hold nothing but text', () => {
  it('are told whole, in whatever order they come', () => {
    const { leaves } = scan(['<r><a>1</a><b/><c>3</c></r>\n<r><a/><c>3</c><b>2</b><d>4</d></r>'], true);
    expect(leaves).toEqual(['a=1', 'b=', 'c=3', 'a=', 'c=3', 'b=2', 'd=4']);
  });

  it.each([
    ['attributes', '<a b="1">x</a>'],
    ['a prefix', '<p:a>x</p:a>'],
    ['a space behind the name', '<a >x</a>'],
    ['a space in the end tag', '<a>x</a >'],
    ['children', '<a>x<b/></a>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['a comment', '<a>x<!-- y --></a>'],
    ['another end tag', '<a>x</ab>'],
    ['a name that only begins alike', '<ab>x</a>'],
    ['an end that has not come', '<a>x'],
  ])('are none with %s', (_, markup) => {
    const { leaves } = scan(['<a>1</a>', markup], true);
    expect(leaves.filter((leaf) => leaf.startsWith('a'))).toEqual(['a=1']);
  });

  const PIECES =
    '<a>|</a>|<a/>|<b>|</b>|<ab>|</ab>|<p:a>|</p:a>|<a x="/>">|<a >|</a >|\n|x|&amp;|中|<!-- <a> -->|<![CDATA[<a>1</a>]]>|<?a ?>|<|>|/';
  const piece = fc.constantFrom(...PIECES.split('|'));

  it('are the same elements, told another way, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        const text = pieces.join('');
        const cut = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const { events } = scan([text], false);
        expect(scan([text], true).events).toEqual(events);
        expect(scan(cut, true).events).toEqual(events);
      }),
      { numRuns: 2000 },
    );
  });
});
