/** A certificate for `localhost`, signed by an authority that is gone when it is made. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes `server.pem` and `server.key`. @returns the authority's file; undefined where there is no openssl to make one. */
export async function makeCertificate(directory: string): Promise<string | undefined> {
  const at = (name: string): string => join(directory, name);
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-sha256'];
  try {
    const authority = ['-x509', '-subj', '/CN=authority', '-days', '2', '-keyout', at('ca.key'), '-out', at('ca.pem')];
    await run('openssl', ['req', ...newKey, ...authority]);
    await run('openssl', [
      'req',
      ...newKey,
      '-subj',
      '/CN=localhost',
      '-keyout',
      at('server.key'),
      '-out',
      at('request'),
    ]);
    await writeFile(at('names'), 'subjectAltName=DNS:localhost');
    const signed = [
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca.key'),
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      at('names'),
    ];
    await run('openssl', ['x509', '-req', '-in', at('request'), ...signed, '-out', at('server.pem')]);
    return at('ca.pem');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}
