/** The pages of one stream, in the order of change. */
import { SourceError } from '../../core/errors.ts';
import { isObject, type Json } from './answer.ts';
import type { RestClient } from './client.ts';
import type { RestSettings } from './settings.ts';

export interface PageRequest {
  readonly stream: string;
  /** Column of the time of change, by which pages are ordered. */
  readonly timeColumn: string | undefined;
  /** Records that changed at this time or later; all when absent. */
  readonly since?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Page {
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
}

const MB = 1024 * 1024;

export class PageReader {
  private readonly client: RestClient;
  private readonly settings: RestSettings;
  private readonly system: string;

  constructor(client: RestClient, settings: RestSettings, system: string) {
    this.client = client;
    this.settings = settings;
    this.system = system;
  }

  /**
   * A cursor is good for some minutes: where it is refused, reading goes on from the time of the last record, whose
   * neighbours then come twice.
   */
  async *read(request: PageRequest): AsyncGenerator<readonly Json[], void, undefined> {
    let { since } = request;
    let cursor: string | null = null;
    let bytes = 0;
    let lastCursor: string | null = null;
    do {
      const asked = await this.ask(request, { since, cursor });
      bytes += asked.bytes;
      if (bytes > this.settings.maxStreamMb * MB) throw this.fault(request, `超过 ${this.settings.maxStreamMb} MB`);
      const page = this.pageOf(asked.body);
      if (page === null) {
        if (cursor === null || cursor === lastCursor) throw this.fault(request, messageOf(asked.body));
        lastCursor = cursor;
        cursor = null;
        continue;
      }
      since = lastTime(page.items, request.timeColumn) ?? since;
      yield page.items;
      if (page.nextCursor !== null && page.items.length === 0) throw this.fault(request, '空页之后仍有下一页');
      cursor = page.nextCursor;
      if (cursor === null) return;
    } while (true);
  }

  private async ask(
    { stream, signal }: PageRequest,
    { since, cursor }: { readonly since: string | undefined; readonly cursor: string | null },
  ) {
    const query = {
      size: String(this.settings.pageSize),
      ...(since === undefined ? {} : { since }),
      ...(cursor === null ? {} : { cursor }),
    };
    const path = this.settings.resourcePath.replaceAll('{stream}', encodeURIComponent(stream));
    return this.client.get({ path, query, stream, signal });
  }

  /** Null where the service answers that it will not: with 200, and a code that is not 0. */
  private pageOf(body: Readonly<Record<string, Json>>): Page | null {
    const { code, data } = body;
    if (code !== '0' || !isObject(data)) return null;
    const { items, nextCursor } = data;
    if (!Array.isArray(items)) return null;
    return { items, nextCursor: typeof nextCursor === 'string' && nextCursor !== '' ? nextCursor : null };
  }

  private fault({ stream }: PageRequest, reason: string): SourceError {
    return new SourceError(`${this.system} ${stream}：服务未能给出下一页：${reason}`, {
      system: this.system,
      stream,
      position: stream,
      next: '与对方单位核对接口约定；ggzy check 查看全部问题。',
    });
  }
}

function messageOf({ code, msg }: Readonly<Record<string, Json>>): string {
  return `code ${typeof code === 'string' ? code : '?'} ${typeof msg === 'string' ? msg.slice(0, 100) : ''}`.trim();
}

function lastTime(items: readonly Json[], column: string | undefined): string | undefined {
  const last = items.at(-1);
  const time = isObject(last) && column !== undefined ? last[column] : undefined;
  return typeof time === 'string' && time !== '' ? time : undefined;
}
