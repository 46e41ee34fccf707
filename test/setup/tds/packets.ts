/** Packets of TDS: messages put together from what a socket receives, and cut into packets on the way out. */
import type { Socket } from 'node:net';

export const PACKET = {
  batch: 0x01,
  call: 0x03,
  attention: 0x06,
  transaction: 0x0e,
  login: 0x10,
  prelogin: 0x12,
} as const;
const ANSWER = 0x04;
const HEADER = 8;
const LAST = 0x01;

export interface Message {
  readonly type: number;
  readonly bytes: Buffer;
}

export class PacketReader {
  private pending: Buffer = Buffer.alloc(0);
  private parts: Buffer[] = [];

  /** Messages that are complete with these bytes. */
  add(bytes: Buffer): Message[] {
    this.pending = Buffer.concat([this.pending, bytes]);
    const messages: Message[] = [];
    while (this.pending.length >= HEADER && this.pending.length >= this.pending.readUInt16BE(2)) {
      const length = this.pending.readUInt16BE(2);
      const [type, status] = [this.pending.readUInt8(0), this.pending.readUInt8(1)];
      this.parts.push(this.pending.subarray(HEADER, length));
      this.pending = this.pending.subarray(length);
      if ((status & LAST) === 0) continue;
      messages.push({ type, bytes: Buffer.concat(this.parts) });
      this.parts = [];
    }
    return messages;
  }
}

export class PacketWriter {
  private readonly socket: Socket;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private number = 0;
  packetSize = 4096;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** Resolves when the client has room for more. */
  async write(bytes: Buffer): Promise<void> {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    const size = this.packetSize - HEADER;
    if (this.pendingBytes <= size) return;
    let rest = Buffer.concat(this.pending);
    let room = true;
    for (; rest.length > size; rest = rest.subarray(size)) room = this.send(rest.subarray(0, size), 0);
    this.pending = [rest];
    this.pendingBytes = rest.length;
    if (!room) await this.drained();
  }

  private drained(): Promise<void> {
    const { socket } = this;
    return new Promise((resolve) => {
      const settle = (): void => {
        socket.off('drain', settle).off('close', settle);
        resolve();
      };
      socket.on('drain', settle).on('close', settle);
      if (socket.destroyed) settle();
    });
  }

  /** Ends the message with what is left of it. */
  async end(bytes: Buffer = Buffer.alloc(0)): Promise<void> {
    await this.write(bytes);
    this.send(Buffer.concat(this.pending), LAST);
    this.pending = [];
    this.pendingBytes = 0;
    this.number = 0;
  }

  private send(body: Buffer, status: number): boolean {
    const header = Buffer.alloc(HEADER);
    header.writeUInt8(ANSWER, 0);
    header.writeUInt8(status, 1);
    header.writeUInt16BE(HEADER + body.length, 2);
    header.writeUInt8((this.number += 1) & 0xff, 6);
    return this.socket.destroyed || this.socket.write(Buffer.concat([header, body]));
  }
}
