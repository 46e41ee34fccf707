/** The network of the fault table: what it lets through, and when it stops. */
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Proxy, type Weather } from '../../../scripts/faults/proxy.ts';

const MEGABYTE = 1 << 20;
let server: Server;
let proxy: Proxy;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(Buffer.alloc(MEGABYTE, 7));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await Proxy.start(Object(server.address())['port'] as number);
});

afterEach(async () => {
  await proxy.stop();
  server.close();
});

/** Bytes that arrive until the connection ends, or until nothing came for a while. */
async function receive(weather: Weather): Promise<{ bytes: number; ended: boolean }> {
  proxy.set(weather);
  const socket = connect(proxy.port, '127.0.0.1');
  socket.on('error', () => undefined);
  let bytes = 0;
  socket.on('data', (part) => (bytes += part.length));
  socket.setTimeout(400);
  const ended = await Promise.race([once(socket, 'close').then(() => true), once(socket, 'timeout').then(() => false)]);
  socket.destroy();
  return { bytes, ended };
}

it('passes everything on in good weather', async () => {
  expect(await receive({})).toEqual({ bytes: MEGABYTE, ended: true });
});

it('cuts after so many bytes, once', async () => {
  const { bytes, ended } = await receive({ cutAfter: 200_000 });
  expect(ended).toBe(true);
  expect(bytes).toBeGreaterThanOrEqual(200_000);
  expect(bytes).toBeLessThan(MEGABYTE);
  expect(await receive({})).toEqual({ bytes: MEGABYTE, ended: true });
});

it('stalls and keeps the connection', async () => {
  const { bytes, ended } = await receive({ stallAfter: 300_000 });
  expect(ended).toBe(false);
  expect(bytes).toBeLessThan(300_000);
});

it('slows without losing a byte', async () => {
  const begun = performance.now();
  expect(await receive({ bytesPerSecond: 4 * MEGABYTE })).toEqual({ bytes: MEGABYTE, ended: true });
  expect(performance.now() - begun).toBeGreaterThan(150);
});

it('says when so much has passed', async () => {
  const received = receive({});
  await proxy.passed(MEGABYTE / 2);
  expect(await received).toEqual({ bytes: MEGABYTE, ended: true });
});

it('reaches another server when told', async () => {
  const other = createServer((socket) => socket.end(Buffer.alloc(3, 1)));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  proxy.upstream = Object(other.address())['port'] as number;
  expect(await receive({})).toEqual({ bytes: 3, ended: true });
  other.close();
});
