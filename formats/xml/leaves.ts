/**
 * Nearly all of a file of records is `<A>text</A>` and `<A/>`, in the same order record after record. An element like
 * that is recognised whole, and the one that followed it last time is tried first: no name is cut out or looked up.
 */

interface Leaf {
  readonly name: string;
  /** What stands behind the `<`: `A>`, `/A>`, `A/>`. */
  readonly open: string;
  readonly end: string;
  readonly empty: string;
  next: Leaf | undefined;
}

/** So many names are learnt; elements of other names are read tag by tag. */
const MOST_LEAVES = 4096;
const PLAIN_NAME = /^[^\s:/"'<=!?]+$/;
const NOTHING = -1;

export class LeafFinder {
  /** Of the leaf that was found last. */
  name = '';
  raw = '';
  private readonly leaves = new Map<string, Leaf>();
  private last: Leaf | undefined;

  /** Offset behind the leaf that begins at `tag`; negative where none does, or where its end has not come yet. */
  find(text: string, tag: number): number {
    const guess = this.last?.next;
    if (guess) {
      if (text.startsWith(guess.open, tag + 1)) return this.findEnd(guess, text, tag);
      if (text.startsWith(guess.empty, tag + 1)) return this.take(guess, '', tag + 1 + guess.empty.length);
    }
    return this.findNew(text, tag);
  }

  private findNew(text: string, tag: number): number {
    const close = text.indexOf('>', tag + 1);
    if (close < 0) return NOTHING;
    const isEmpty = text.charAt(close - 1) === '/';
    const leaf = this.learn(text.slice(tag + 1, isEmpty ? close - 1 : close));
    if (leaf === undefined) return NOTHING;
    return isEmpty ? this.take(leaf, '', close + 1) : this.findEnd(leaf, text, tag);
  }

  private findEnd(leaf: Leaf, text: string, tag: number): number {
    const from = tag + 1 + leaf.open.length;
    const next = text.indexOf('<', from);
    if (next < 0 || !text.startsWith(leaf.end, next + 1)) return NOTHING;
    return this.take(leaf, text.slice(from, next), next + 1 + leaf.end.length);
  }

  private take(leaf: Leaf, raw: string, behind: number): number {
    if (this.last) this.last.next = leaf;
    this.last = leaf;
    this.name = leaf.name;
    this.raw = raw;
    return behind;
  }

  private learn(name: string): Leaf | undefined {
    const known = this.leaves.get(name);
    if (known || this.leaves.size >= MOST_LEAVES || !PLAIN_NAME.test(name)) return known;
    const open = `${name}>`;
    // A name cut out of `open` does not keep the block alive that it was read from.
    const leaf = { name: open.slice(0, -1), open, end: `/${open}`, empty: `${name}/>`, next: undefined };
    this.leaves.set(leaf.name, leaf);
    return leaf;
  }
}
