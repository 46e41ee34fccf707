/** Exact sums of decimal texts, the source side of the balance of amounts. */
import type { FieldValue } from '../schemas/field.ts';

const SCALE = 6;

type RowValues = readonly FieldValue[];

function toMicros(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(SCALE, '0'));
}

function toText(micros: bigint): string {
  const sign = micros < 0n ? '-' : '';
  const digits = (micros < 0n ? -micros : micros).toString().padStart(SCALE + 1, '0');
  return `${sign}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
}

/** Sums by entity and field; `take` hands over what came together and starts at zero. */
export class AmountSums {
  readonly #sums: bigint[];
  readonly #names: readonly { readonly entity: string; readonly field: string; readonly place: number }[];

  constructor(names: readonly { readonly entity: string; readonly field: string; readonly place: number }[]) {
    this.#names = names;
    this.#sums = names.map(() => 0n);
  }

  /** @param values canonical values of a row of the record's own entity, in field order. */
  add(entity: string, values: RowValues): void {
    for (let index = 0; index < this.#sums.length; index += 1) {
      this.#sums[index] = (this.#sums[index] ?? 0n) + this.#microsAt(index, entity, values);
    }
  }

  /** Takes back what `add` was given. */
  subtract(entity: string, values: RowValues): void {
    for (let index = 0; index < this.#sums.length; index += 1) {
      this.#sums[index] = (this.#sums[index] ?? 0n) - this.#microsAt(index, entity, values);
    }
  }

  /** @param others sums by the same names. */
  addAll(others: AmountSums): void {
    for (const [index, micros] of others.#sums.entries()) this.#sums[index] = (this.#sums[index] ?? 0n) + micros;
  }

  #microsAt(index: number, entity: string, values: RowValues): bigint {
    const name = this.#names[index];
    const value = name?.entity === entity ? values[name.place] : null;
    return typeof value === 'string' ? toMicros(value) : 0n;
  }

  take(): { entity: string; field: string; amount: string }[] {
    return this.#names.map(({ entity, field }, index) => {
      const amount = toText(this.#sums[index] ?? 0n);
      this.#sums[index] = 0n;
      return { entity, field, amount };
    });
  }
}
