/** One client of the double: prelogin, login, then one request at a time; an attention interrupts it. */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { readBatch, readCall, readLogin, readTransaction, type Login } from './client-messages.ts';
import { Cut, Garbage, SqlError, type Answer, type Request } from './double.ts';
import { PACKET, PacketReader, PacketWriter, type Message } from './packets.ts';
import * as wire from './wire.ts';

/** Version 11.0.2100 and one byte of encryption, behind their places. */
const prelogin = (encryption: number): Buffer =>
  Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 11, 0, 8, 52, 0, 0, encryption]);

/** What a connection asks of the server it belongs to, and tells it. */
export interface Served {
  readonly user: string;
  readonly password: string;
  readonly databases: readonly string[];
  readonly encryption: number;
  readonly logins: Login[];
  readonly transactions: string[];
  readonly faults: unknown[];
  attentions: number;
  rowsSent: number;
  ask(request: Request): Answer | undefined | Promise<Answer | undefined>;
}

const ENDS_TRANSACTION = new Set([1205]);

export class Connection {
  private readonly server: Served;
  private readonly socket: Socket;
  private readonly reader = new PacketReader();
  private readonly writer: PacketWriter;
  private work: Promise<void> = Promise.resolve();
  private attention = Promise.withResolvers<'attention'>();
  private busy = false;
  private isolation = '';
  private transaction = Buffer.alloc(8);

  private constructor(server: Served, socket: Socket) {
    this.server = server;
    this.socket = socket;
    this.writer = new PacketWriter(socket);
  }

  static serve(server: Served, socket: Socket): void {
    const connection = new Connection(server, socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      for (const message of connection.reader.add(bytes)) connection.take(message);
    });
  }

  private take(message: Message): void {
    if (message.type === PACKET.attention && this.busy) {
      this.server.attentions += 1;
      this.attention.resolve('attention');
      return;
    }
    this.busy = true;
    this.work = this.work
      .then(() => this.serve(message))
      .catch((thrown: unknown) => void this.server.faults.push(thrown))
      .finally(() => {
        this.busy = false;
      });
  }

  private async serve({ type, bytes }: Message): Promise<void> {
    if (type === PACKET.prelogin) return this.writer.end(prelogin(this.server.encryption));
    if (type === PACKET.login) return this.login(readLogin(bytes));
    if (type === PACKET.attention) return this.writer.end(wire.attentionDone());
    if (type === PACKET.transaction) return this.change(bytes);
    const { isolation } = this;
    const request =
      type === PACKET.call
        ? { ...readCall(bytes), isolation }
        : { text: readBatch(bytes), parameters: new Map(), isolation };
    await this.answer(request, type === PACKET.call ? wire.procedureDone : wire.done);
  }

  private async login(login: Login): Promise<void> {
    this.server.logins.push(login);
    const { user, password, databases } = this.server;
    const unknown = databases.includes(login.database) ? Buffer.alloc(0) : wire.errorToken(4060, databaseClosed(login));
    if (login.user !== user || login.password !== password || unknown.length > 0) {
      const refusal = wire.errorToken(18456, `Login failed for user '${login.user}'.`);
      await this.writer.end(Buffer.concat([unknown, refusal, wire.done({ error: true })]));
      this.socket.end();
      return;
    }
    const info = wire.infoToken(`Changed database context to '${login.database}'.`);
    await this.writer.end(Buffer.concat([wire.loginTokens(login.database, login.packetSize), info, wire.done()]));
    this.writer.packetSize = login.packetSize;
  }

  private async change(bytes: Buffer): Promise<void> {
    const { kind, isolation } = readTransaction(bytes);
    this.server.transactions.push(`${kind} ${isolation}`.trim());
    this.isolation = isolation;
    if (kind === 'begin') this.transaction = randomBytes(8);
    await this.writer.end(Buffer.concat([wire.transactionToken(kind, this.transaction), wire.done()]));
  }

  private async answer(request: Request, end: (state: wire.Done) => Buffer): Promise<void> {
    this.attention = Promise.withResolvers();
    try {
      const answered = Promise.resolve(this.server.ask(request));
      answered.catch(() => undefined);
      const answer = await Promise.race([answered, this.attention.promise]);
      const rows = answer === 'attention' || !answer ? answer : await this.sendRows(answer);
      if (rows !== 'attention') return await this.writer.end(end(rows === undefined ? {} : { rows }));
      // The answer ends where it stands; the attention is confirmed in a message of its own.
      await this.writer.end(wire.done({ error: true }));
      await this.writer.end(wire.attentionDone());
    } catch (thrown) {
      await this.fail(thrown, end);
    }
  }

  private async sendRows({ columns, rows }: Answer): Promise<number | 'attention'> {
    await this.writer.write(wire.columnsToken(columns));
    const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    for (let sent = 0; ; sent += 1) {
      const next = Promise.resolve(iterator.next());
      next.catch(() => undefined);
      const row = await Promise.race([this.attention.promise, next]);
      if (row === 'attention') return row;
      if (row.done) return sent;
      this.server.rowsSent += 1;
      const room = this.writer.write(wire.rowToken(columns, row.value));
      if ((await Promise.race([this.attention.promise, room])) === 'attention') return 'attention';
    }
  }

  private async fail(thrown: unknown, end: (state: wire.Done) => Buffer): Promise<void> {
    if (thrown instanceof Garbage) return this.writer.end(Buffer.from([0x42, 0x42, 0x42]));
    if (thrown instanceof Cut) return void this.socket.destroy();
    if (!(thrown instanceof SqlError)) {
      this.socket.destroy();
      throw thrown;
    }
    const tokens = [wire.errorToken(thrown.number, thrown.message)];
    if (ENDS_TRANSACTION.has(thrown.number) && this.isolation !== '') {
      tokens.push(wire.transactionToken('rollback', this.transaction));
      this.isolation = '';
    }
    await this.writer.end(Buffer.concat([...tokens, end({ error: true })]));
  }
}

function databaseClosed({ database }: Login): string {
  return `Cannot open database "${database}" requested by the login. The login failed.`;
}
