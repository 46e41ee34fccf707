import { describe, expect, it } from 'vitest';
import { XmlScanner, type XmlPlace } from '../../../formats/xml/scanner.ts';

const NEXT = { zh: '重新导出。', en: 'Export again.' };

function scan(pieces: readonly string[]): string[] {
  const events: string[] = [];
  const scanner = new XmlScanner(
    {
      open: (name, attributes, { line }: XmlPlace) => events.push(`${line} <${name}${attributes}`),
      close: (name) => events.push(`/${name}`),
      text: (raw, literal) => events.push(`${literal ? '!' : ''}"${raw.replaceAll('\n', '|')}"`),
    },
    NEXT,
  );
  for (const piece of pieces) scanner.write(piece);
  return events;
}

describe('XmlScanner', () => {
  const DOCUMENT = '<a>\n<p:b c="1 > 0" d=\'"\'/>x&amp;\n\n<!-- <e> --><f >y</f ><![CDATA[<g>\n]]><?h >?>\n</a>';
  const EVENTS = [
    '1 <a',
    '"|"',
    '2 <b c="1 > 0" d=\'"\'',
    '/b',
    '"x&amp;||"',
    '4 <f ',
    '"y"',
    '/f',
    '!"<g>|"',
    '"|"',
    '/a',
  ];

  it('tells tags, texts and lines', () => {
    expect(scan([DOCUMENT])).toEqual(EVENTS);
  });

  it('tells the same whatever the pieces are', () => {
    for (const size of [1, 2, 5, 13]) {
      const pieces = Array.from({ length: Math.ceil(DOCUMENT.length / size) }, (_, at) =>
        DOCUMENT.slice(at * size, (at + 1) * size),
      );
      expect(scan(pieces)).toEqual(EVENTS);
    }
  });

  it('takes a comment that is empty, and none that only looks closed', () => {
    expect(scan(['<!----><a/>'])).toEqual(['1 <a', '/a']);
    expect(scan(['<!--><a/>--><b/>'])).toEqual(['1 <b', '/b']);
  });

  it('leaves it to the handler whether tags fit: a part of a document can be read', () => {
    expect(scan(['>tail</a></b><c/>'])).toEqual(['">tail"', '/a', '/b', '1 <c', '/c']);
  });

  it('keeps what is unfinished', () => {
    const scanner = new XmlScanner({ open: () => undefined, close: () => undefined }, NEXT);
    scanner.write('<a>\n\n<b c="');
    expect([scanner.unfinished, scanner.line]).toEqual(['<b c="', 3]);
  });
});
