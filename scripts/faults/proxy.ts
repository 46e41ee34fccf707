/** A network that can be told to misbehave: it stands between ggzy and a server and passes bytes on, or does not. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of what the server sends. Bytes are counted from the moment the weather is set. */
export interface Weather {
  /** Every connection breaks off once so many bytes have passed; then the network is as before. */
  readonly cutAfter?: number;
  /** Nothing is passed on after so many bytes; connections stay open. */
  readonly stallAfter?: number;
  readonly bytesPerSecond?: number;
}

interface Milestone {
  readonly bytes: number;
  readonly reach: () => void;
}

export class Proxy {
  /** Port of the server behind it. */
  upstream: number;
  #weather: Weather = {};
  #passed = 0;
  #milestones: Milestone[] = [];
  readonly #listener: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(upstream: number) {
    this.upstream = upstream;
    this.#listener = createServer((client) => this.#join(client));
  }

  static async start(upstream: number): Promise<Proxy> {
    const proxy = new Proxy(upstream);
    proxy.#listener.listen(0, '127.0.0.1');
    await once(proxy.#listener, 'listening');
    return proxy;
  }

  get port(): number {
    return Object(this.#listener.address())['port'] as number;
  }

  set(weather: Weather): void {
    this.#weather = weather;
    this.#passed = 0;
    this.#milestones = [];
  }

  /** Settles when the server has sent so many bytes since the weather was set. */
  passed(bytes: number): Promise<void> {
    return new Promise((reach) => this.#milestones.push({ bytes, reach }));
  }

  /** Breaks every connection off. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cut();
    this.#listener.close();
    await once(this.#listener, 'close');
  }

  #join(client: Socket): void {
    const server = connect(this.upstream, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server);
    server.on('data', (bytes) => this.#pass(server, client, bytes));
  }

  #pass(server: Socket, client: Socket, bytes: Buffer): void {
    const { cutAfter, stallAfter, bytesPerSecond } = this.#weather;
    this.#passed += bytes.length;
    for (const { reach } of this.#milestones.filter((one) => one.bytes <= this.#passed)) reach();
    this.#milestones = this.#milestones.filter((one) => one.bytes > this.#passed);
    if (stallAfter !== undefined && this.#passed >= stallAfter) return void server.pause();
    const flows = client.write(bytes);
    if (cutAfter !== undefined && this.#passed >= cutAfter) {
      this.set({});
      return client.end(() => this.cut()) && undefined;
    }
    if (bytesPerSecond !== undefined) {
      server.pause();
      setTimeout(() => server.resume(), (bytes.length / bytesPerSecond) * 1000);
    } else if (!flows) {
      server.pause();
      client.once('drain', () => server.resume());
    }
  }
}
