/** A card: heading, one sentence on how to read it, content. */
import type { Wording } from '../../../core/language.ts';
import { both, html, type Html } from '../../page/html.ts';

export interface Card {
  readonly title: Wording;
  readonly note: Wording;
  readonly content: Html;
  readonly width?: 'half';
}

export function card({ title, note, content, width }: Card): Html {
  return html`<section class="card ${width ?? 'whole'}">
    <h3>${both(title)}</h3>
    <p class="note">${both(note)}</p>
    ${content}
  </section>`;
}

/** A table that scrolls inside its own frame where the page is narrow. */
export function table(
  heads: readonly { readonly label: Wording; readonly number?: true }[],
  rows: readonly Html[],
): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map(({ label, number }) => html`<th${number ? html` class="number"` : null}>${both(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
