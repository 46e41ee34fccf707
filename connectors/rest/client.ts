/**
 * Calls of the service: with a token that is renewed when it runs out, patient with what may pass (too many calls, a
 * fault of the service, an answer that is none), and never longer or larger than agreed.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { CancelledError, describeCause, SourceError, SourceLostError } from '../../core/errors.ts';
import { isObject, parseExact, readBody, retryAfter, TooLargeError, type Json } from './answer.ts';
import type { RestSettings } from './settings.ts';

export interface Call {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Stands in messages, and in the place of a fault. */
  readonly stream: string;
  readonly signal?: AbortSignal | undefined;
}

interface Attempt {
  /** What went wrong, where it may pass; null where the answer is one. */
  readonly fault: string | null;
  readonly answer?: Json;
  readonly bytes: number;
  readonly status: number;
  readonly waitSeconds?: number | null;
}

export interface Answer {
  readonly body: Readonly<Record<string, Json>>;
  readonly bytes: number;
}

const MB = 1024 * 1024;
/** A token that is refused right after it was given is no token that ran out. */
const TOKENS_IN_A_ROW = 2;
/** No patience helps: there is no such name, or the certificate is not what it has to be. */
const LASTING = /^(?:ENOTFOUND|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/;

export class RestClient {
  private readonly settings: RestSettings;
  private readonly secret: string;
  private readonly system: string;
  private token: string | undefined;
  /** Nobody answered the last call, however often it was repeated: the next one is not repeated. */
  private isSilent = false;

  constructor(settings: RestSettings, secret: string, system: string) {
    this.settings = settings;
    this.secret = secret;
    this.system = system;
  }

  /** @throws SourceError where the service refuses, SourceLostError where it stays out of reach. */
  async get(call: Call): Promise<Answer> {
    for (let tokens = 0; ;) {
      const token = (this.token ??= await this.fetchToken(call));
      const { answer, bytes, status } = await this.repeat(call, () =>
        this.attempt(call, { headers: { authorization: `Bearer ${token}` } }),
      );
      if (status === 401) {
        this.token = undefined;
        tokens += 1;
        if (tokens < TOKENS_IN_A_ROW) continue;
        throw this.refused(call, '令牌不被接受（401）');
      }
      if (status >= 400 || !isObject(answer)) throw this.refused(call, `HTTP ${status}`);
      return { body: answer, bytes };
    }
  }

  private async fetchToken(call: Call): Promise<string> {
    const { tokenPath: path, appId } = this.settings;
    const body = JSON.stringify({ appId, appSecret: this.secret });
    const headers = { 'content-type': 'application/json' };
    const asking = { ...call, path, query: {} };
    const { answer, status } = await this.repeat(call, () => this.attempt(asking, { method: 'POST', body, headers }));
    const token = isObject(answer) ? answer['access_token'] : undefined;
    if (status < 400 && typeof token === 'string' && token !== '') return token;
    throw new SourceError(`${this.system}：服务不发放令牌（HTTP ${status}）`, {
      system: this.system,
      stream: call.stream,
      position: path,
      next: '核对 appId 与 appSecret 是否仍然有效。',
    });
  }

  /** Repeats what may pass, each time after a longer rest, or as long as the service asks for. */
  private async repeat(call: Call, attempt: () => Promise<Attempt>): Promise<Attempt> {
    const { retries, retryWaitMs, maxWaitSeconds } = this.settings;
    for (let done = 0; ; done += 1) {
      const made = await attempt();
      const isHopeless = made.status === 0 && (this.isSilent || LASTING.test(made.fault ?? ''));
      if (made.status > 0) this.isSilent = false;
      if (made.fault === null) return made;
      if (done >= retries || isHopeless) {
        this.isSilent = made.status === 0;
        throw new SourceLostError(`${this.system}：${call.stream} 连续 ${done + 1} 次未能取得：${made.fault}`, {
          system: this.system,
          stream: call.stream,
          position: call.path,
          next: '确认服务与网络恢复后再次运行，将从中断处继续。',
        });
      }
      const milliseconds = made.waitSeconds == null ? retryWaitMs * 2 ** done : made.waitSeconds * 1000;
      await this.rest(call, Math.min(milliseconds, maxWaitSeconds * 1000));
    }
  }

  private async rest({ signal, stream }: Call, milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => {
      throw new CancelledError(`${stream}：读取已取消`, { stream });
    });
  }

  private async attempt({ path, query = {}, signal, stream }: Call, init: RequestInit): Promise<Attempt> {
    const { url, timeoutSeconds, maxAnswerMb } = this.settings;
    const target = new URL(path, url);
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const response = await fetch(target, { ...init, signal: either, redirect: 'error' });
      const { status } = response;
      const text = await readBody(response, maxAnswerMb * MB);
      const bytes = Buffer.byteLength(text);
      if (status === 429) {
        const waitSeconds = retryAfter(response.headers.get('retry-after'), Date.now());
        return { fault: '调用过于频繁（429）', bytes, status, waitSeconds };
      }
      if (status >= 500) return { fault: `HTTP ${status}`, bytes, status };
      const answer = parseExact(text);
      if (answer === undefined && status < 400) return { fault: '返回的内容不是 JSON', bytes, status };
      return { fault: null, bytes, status, ...(answer === undefined ? {} : { answer }) };
    } catch (thrown) {
      if (signal?.aborted) throw new CancelledError(`${stream}：读取已取消`, { stream });
      if (thrown instanceof TooLargeError) throw this.refused({ stream, path }, `返回超过 ${maxAnswerMb} MB`);
      return { fault: timeout.aborted ? `${timeoutSeconds} 秒内没有回应` : causeOf(thrown), bytes: 0, status: 0 };
    }
  }

  private refused({ stream, path }: Call, reason: string): SourceError {
    return new SourceError(`${this.system} ${stream}：服务拒绝：${reason}`, {
      system: this.system,
      stream,
      position: path,
      next: '与对方单位核对接口地址、权限与约定。',
    });
  }
}

/** What lies below “fetch failed”: the code of the network, or of the certificate. */
function causeOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : describeCause(cause);
}
