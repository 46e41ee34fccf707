/** A mail server that takes one message after the other and keeps them: enough of SMTP for a client without extensions. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export class Mailbox {
  readonly messages: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    let text = '';
    let body: string[] | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 mailbox');
    socket.setEncoding('utf8').on('data', (piece: string) => {
      const lines = (text + piece).split('\r\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (body !== null && line === '.') {
          this.messages.push(body.join('\n'));
          body = null;
          say('250 kept');
        } else if (body !== null) body.push(line);
        else if (line.startsWith('DATA')) {
          body = [];
          say('354 go on');
        } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
    socket.on('error', () => undefined);
  }
}
