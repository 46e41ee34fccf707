/**
 * A double of SQL Server: it speaks TDS 7.4 without encryption, and has no SQL engine. A handler gets the text and the
 * parameters of each request and says which rows come back. What runs against it shows how the protocol is used and what
 * happens when it breaks; it never shows that a text is valid SQL. It never ran on SQL Server.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Login } from './client-messages.ts';
import { Connection } from './connection.ts';
import type { Answer, Handler, Request } from './double.ts';

/** What prelogin says of encryption. */
const ENCRYPTION = { unsupported: 0x02, required: 0x03 } as const;

export interface ServerOptions {
  readonly handler: Handler;
  readonly user?: string;
  readonly password?: string;
  readonly databases?: readonly string[];
  readonly encryption?: keyof typeof ENCRYPTION;
}

export class TdsServer {
  readonly user: string;
  readonly password: string;
  readonly databases: readonly string[];
  readonly encryption: number;
  /** In the order they came. */
  readonly logins: Login[] = [];
  readonly requests: Request[] = [];
  readonly transactions: string[] = [];
  /** Faults of the double itself or of a handler; a test that ends well leaves none. */
  readonly faults: unknown[] = [];
  attentions = 0;
  rowsSent = 0;
  handler: Handler;
  private readonly sockets = new Set<Socket>();
  private readonly listener = createServer((socket) => {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    Connection.serve(this, socket);
  });

  private constructor(options: ServerOptions) {
    this.handler = options.handler;
    this.user = options.user ?? 'reader';
    this.password = options.password ?? '';
    this.databases = options.databases ?? ['double'];
    this.encryption = ENCRYPTION[options.encryption ?? 'unsupported'];
  }

  static async start(options: ServerOptions): Promise<TdsServer> {
    const server = new TdsServer(options);
    await new Promise<void>((resolve) => void server.listener.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.sockets.size;
  }

  /** Settings of a session (`set …`) need no handler. */
  ask(request: Request): Answer | undefined | Promise<Answer | undefined> {
    this.requests.push(request);
    return /^\s*set /i.test(request.text) ? undefined : this.handler(request);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => void this.listener.close(resolve));
  }
}
