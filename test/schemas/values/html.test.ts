import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../schemas/values/html.ts';
import { anyText } from '../identifiers/generators.ts';

const ACTIVE = [
  '<p>公告</p><script>alert(1)</script>',
  '<p>公告</p><SCRIPT SRC="//example.com/count.js"></SCRIPT>',
  '<iframe src="http://example.com/ad"></iframe>',
  '<object data="http://example.com/a.swf"></object>',
  '<embed src="a.swf">',
  '<p onclick="steal()">公告</p>',
  '<p OnMouseOver = steal()>公告</p>',
  '<svg/onload=alert(1)>',
  '<img src="x" onerror="alert(1)">',
  '<a href="javascript:void(0)">公告</a>',
  '<a href="JaVaScRiPt:void(0)">公告</a>',
  '<a href="java\nscript:void(0)">公告</a>',
  '<a href="&#106;avascript:void(0)">公告</a>',
  '<a href=" &#x6A;ava&Tab;script&colon;void(0)">公告</a>',
  '<img src="http://example.com/logo.gif" width="1">',
  '<img src="//example.com/logo.gif">',
  '<IMG SRC=https://example.com/logo.gif>',
];

const INERT = [
  '<p>公告</p>',
  '<style>p{margin:0}</style><p style="color:red">公告</p>',
  '<p>电话 on=1，onclick=2 与正文</p>',
  '<p>javascript 是一种语言</p>',
  '<img src="data:image/png;base64,AAAA">',
  '<img src="/upload/a.png">',
  '<img src="a.png">',
  '<a href="http://example.com/">公告</a>',
  '<!-- <script>alert(1)</script> --><p>公告</p>',
  '<font color="red">公告</font>',
  '纯文本',
];

const FORBIDDEN =
  /<(?:script|iframe|object|embed|svg|style)|\son\w+\s*=\s*["']?\w+\(|javascript:|example\.com\/(?:ad|a\.swf|logo|count)/i;

describe('active content', () => {
  it.each(ACTIVE)('%j is sanitised', (body) => {
    const { value, rules } = readHtml(body);
    expect(rules).toEqual(['html_script']);
    expect(value ?? '').not.toMatch(FORBIDDEN);
    expect((value ?? '').includes('公告')).toBe(body.includes('公告'));
  });
});

describe('inert content', () => {
  it.each(INERT)('%j has no finding', (body) => expect(readHtml(body).rules).toEqual([]));

  it('an ordinary body is returned as it came', () => {
    const body =
      '<div class="WordSection1"><h2 style="text-align:center">公告</h2><table><tr><td>1</td></tr></table></div>';
    expect(readHtml(body)).toEqual({ value: body, rules: [] });
  });

  it('relative images and images in the text stay', () => {
    expect(readHtml('<img src="/upload/a.png">').value).toContain('/upload/a.png');
    expect(readHtml('<img src="data:image/png;base64,AAAA">').value).toContain('data:image/png');
  });

  it('what browsers would load without being called active is dropped silently', () => {
    expect(readHtml('<meta http-equiv="refresh" content="0;url=http://example.com"><p>公告</p>')).toEqual({
      value: '<p>公告</p>',
      rules: [],
    });
  });

  it('nothing is nothing', () => expect(readHtml('  ')).toEqual({ value: null, rules: [] }));
});

it('sanitises any body once and for all', () => {
  const pieces = fc.constantFrom(
    ...ACTIVE,
    ...INERT,
    '<',
    '>',
    '"',
    '<p',
    '</',
    'on',
    '=',
    '<!--',
    '<svg>',
    '<style>',
    '</style>',
    '&#106;',
  );
  const bodies = fc.array(pieces, { maxLength: 6 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, bodies), (body) => {
      const { value } = readHtml(body);
      expect(readHtml(value ?? '').rules).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
