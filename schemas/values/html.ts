/**
 * HTML bodies of notices. Active content is: script, iframe, object, embed; an `on…=` handler; a `javascript:` address;
 * an image or script with a remote source. Styles are not. A body that could hold any of it is sanitised.
 */
import { Parser } from 'htmlparser2';
import sanitize from 'sanitize-html';
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';

/**
 * The parser is only started where one of these occurs. Besides active content it covers what a browser would load or
 * run although the hand-over documents do not call it active: such a body is sanitised without a finding.
 */
const SUSPECT =
  /<\s*\/?\s*(?:script|iframe|frame|object|embed|applet|img|image|svg|math|link|meta|base|form|video|audio|input|button|noscript|template|xmp|plaintext|!)|\bon[a-z]+\s*=|[/"'\s]on[a-z]+\s*=|script\s*:|&#|&(?:colon|tab|newline);|src|url\s*\(|expression|[\0\ufeff]/i;
const ACTIVE_ELEMENTS = new Set(['script', 'iframe', 'object', 'embed', 'frame', 'applet']);
const IMAGES = new Set(['img', 'image']);
const ADDRESS_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'background',
  'data',
  'lowsrc',
  'dynsrc',
]);
const HANDLER = /^on[a-z]/;
/** Browsers ignore controls and spaces inside the scheme of an address. */
// oxlint-disable-next-line no-control-regex
const IGNORED_IN_ADDRESS = /[\0-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+/g;
const SCRIPT_ADDRESS = /^(?:java|vb|live)script:/i;
const REMOTE = /^(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}|^(?:https?|ftp):/i;

const bare = (address: string): string => address.replace(IGNORED_IN_ADDRESS, '');
const isRemote = (address: string): boolean => REMOTE.test(bare(address));

function isActiveAttribute(element: string, name: string, value: string): boolean {
  if (HANDLER.test(name)) return true;
  if (!ADDRESS_ATTRIBUTES.has(name)) return false;
  return SCRIPT_ADDRESS.test(bare(value)) || (IMAGES.has(element) && name === 'src' && isRemote(value));
}

function hasActiveContent(body: string): boolean {
  let active = false;
  const parser = new Parser({
    onopentag(element, attributes) {
      active ||= ACTIVE_ELEMENTS.has(element);
      for (const name in attributes) active ||= isActiveAttribute(element, name, attributes[name] ?? '');
    },
  });
  parser.write(body);
  parser.end();
  return active;
}

/** Tags and attributes that show a notice as it was laid out. */
const KEPT: sanitize.IOptions = {
  allowedTags: [
    ...sanitize.defaults.allowedTags,
    'img',
    'font',
    'center',
    'strike',
    'del',
    'ins',
    'big',
    'title',
  ].filter((tag) => tag !== 'title'),
  allowedAttributes: {
    '*': [
      'align',
      'valign',
      'width',
      'height',
      'lang',
      'class',
      'title',
      'border',
      'cellpadding',
      'cellspacing',
      'bgcolor',
    ],
    a: ['href', 'name'],
    img: ['src', 'alt'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    font: ['color', 'size', 'face'],
    ol: ['start', 'type'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  exclusiveFilter: (frame) => frame.tag === 'img' && isRemote(frame.attribs['src'] ?? ''),
};

/** The body as delivered, or sanitised; `html_script` where it held active content. Null where it is empty. */
export function readHtml(text: string): Reading<string> {
  if (!SUSPECT.test(text)) return text.trim() === '' ? noValue() : clean(text);
  const active = hasActiveContent(text);
  const body = sanitize(text.replaceAll('\0', ''), KEPT);
  const value = body.trim() === '' ? null : body;
  return active ? found(value, 'html_script') : { value, rules: [] };
}
