/** HTML as text. Whatever comes from a record is escaped here and nowhere else. */
import type { Wording } from '../../core/language.ts';

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | null | readonly (Html | string | number | null)[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function render(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map(render).join('');
}

/** Everything put into it is escaped, unless it is HTML. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: texts.reduce((whole, text, index) => whole + render(pieces[index - 1] ?? null) + text) };
}

/** A trusted text: style sheets, scripts, charts. */
export function raw(text: string): Html {
  return { html: text };
}

/** Both languages; the page shows one. */
export function both({ zh, en }: Wording): Html {
  return html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

export const words = (zh: string, en: string): Html => both({ zh, en });
