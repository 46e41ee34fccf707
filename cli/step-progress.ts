/** One live line on a terminal; nothing elsewhere. */
import { cutToWidth } from '../reports/display-width.ts';

const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

export class StepProgress {
  readonly #out: NodeJS.WriteStream;
  #drawnAt = 0;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  show(text: string): void {
    const now = performance.now();
    if (!this.#out.isTTY || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    this.#out.write(CLEAR_LINE + cutToWidth(text, (this.#out.columns || 80) - 1));
  }

  clear(): void {
    if (this.#out.isTTY) this.#out.write(CLEAR_LINE);
  }
}
