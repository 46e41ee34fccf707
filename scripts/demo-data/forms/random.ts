/** Seeded random numbers (sfc32): integer arithmetic only, so every machine draws the same. */

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number from low to high, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A new array, shuffled. */
  shuffle<T>(items: readonly T[]): T[];
  /** As many random decimal digits. */
  digits(count: number): string;
  /** An independent sequence that depends on this one's seed and the label only. */
  fork(label: string): Random;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function sfc32(seed: number): () => number {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 + seed;
  let c = 0xb7e15162;
  let counter = 1;
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round += 1) step();
  return step;
}

export function createRandom(seed: number): Random {
  const draw = sfc32(seed >>> 0);
  const next = (): number => draw() / 0x1_0000_0000;
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(next() * items.length)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = int(0, last);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  };
  const digits = (count: number): string => {
    let text = '';
    for (let place = 0; place < count; place += 1) text += String(int(0, 9));
    return text;
  };
  const fork = (label: string): Random => createRandom((seed ^ hashText(label)) >>> 0);
  return { next, int, chance: (probability) => next() < probability, pick, shuffle, digits, fork };
}

/** Numbers from low to high in random order without repetition; throws when they run out. */
export function uniqueNumbers(random: Random, low: number, high: number): () => number {
  const used = new Set<number>();
  return () => {
    if (used.size > (high - low) / 2) throw new RangeError('number range is nearly used up');
    let number = random.int(low, high);
    while (used.has(number)) number = random.int(low, high);
    used.add(number);
    return number;
  };
}
