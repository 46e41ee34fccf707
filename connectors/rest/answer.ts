/** One answer of the service: read within a limit, and understood or not. */

/** Numbers as the text they were sent as: 0.10 stays 0.10, and a long code keeps its digits. */
export type Json = string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export class TooLargeError extends Error {}

/** @throws TooLargeError as soon as more than `limit` bytes have come, whatever the header said. */
export async function readBody(response: Response, limit: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > limit) throw new TooLargeError();
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

interface SourceText {
  readonly source?: string;
}

type Reviver = (this: unknown, key: string, value: unknown, context?: SourceText) => unknown;

const exactNumbers: Reviver = (_key, value, context) =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value;

/** @returns undefined where the text is no JSON: a gateway's page of HTML, or an answer that was cut off. */
export function parseExact(text: string): Json | undefined {
  try {
    return JSON.parse(text, exactNumbers) as Json;
  } catch {
    return undefined;
  }
}

export function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Seconds the service asks to wait: a number, or a date. Null where it says nothing that can be understood. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1000);
}
