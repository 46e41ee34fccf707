/**
 * Rests while a source answers more slowly than it is used to: somebody else needs it. Rests double while it stays slow
 * and halve once it is itself again.
 */

/** Pieces that are looked at before anything is called slow. */
const WARM_UP = 16;
/** Pieces come in bursts: what counts is the mean of the last few. */
const RECENT_WEIGHT = 0.2;
const USUAL_WEIGHT = 0.02;
/** A source that stays slow is at last taken for what it is. */
const SLOW_WEIGHT = 0.002;
/** Milliseconds; faster than this nobody is slow. */
const NOTICEABLE = 50;
const LONGEST_REST = 30_000;

export class BackOff {
  private readonly factor: number;
  private pieces = 0;
  private recent = 0;
  private usual = 0;
  private rest = 0;

  /** @param factor how many times slower than usual is slow. */
  constructor(factor: number) {
    this.factor = factor;
  }

  /**
   * @param waited milliseconds that the source took for a piece.
   * @returns milliseconds to rest before the next.
   */
  observe(waited: number): number {
    this.pieces += 1;
    if (this.pieces <= WARM_UP) {
      this.usual += (waited - this.usual) / this.pieces;
      this.recent = this.usual;
      return 0;
    }
    this.recent += (waited - this.recent) * RECENT_WEIGHT;
    const isSlow = this.recent > Math.max(NOTICEABLE, this.usual * this.factor);
    this.usual += (waited - this.usual) * (isSlow ? SLOW_WEIGHT : USUAL_WEIGHT);
    this.rest = isSlow ? Math.min(LONGEST_REST, Math.max(this.rest * 2, this.recent)) : this.rest / 2;
    if (this.rest < NOTICEABLE) this.rest = 0;
    return this.rest;
  }
}
