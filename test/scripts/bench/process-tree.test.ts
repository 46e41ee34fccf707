import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { measureCommand } from '../../../scripts/bench/peers/process-tree.ts';

const node = (script: string): string => `'${process.execPath}' -e '${script}'`;
const KEEP = 'const kept = Buffer.alloc(200 << 20, 1); setTimeout(() => kept.length, 900)';
const BURN = 'const end = Date.now() + 60000; while (process.cpuUsage().user < 500000 && Date.now() < end);';

describe('measure of a process tree', () => {
  it('holds the memory of the children of children', async () => {
    const measure = await measureCommand({
      line: `sh -c "exec sh -c \\"sleep 0\\"; true" && ${node(KEEP)}`,
      directory: tmpdir(),
    });
    expect(measure.exitCode).toBe(0);
    expect(measure.peakMegabytes).toBeGreaterThan(200);
    expect(measure.peakMegabytes).toBeLessThan(500);
  });

  it('adds the processor time of both ends of a pipe', async () => {
    const measure = await measureCommand({ line: `${node(BURN)} | ${node(BURN)}`, directory: tmpdir() });
    expect(measure.cpuSeconds).toBeGreaterThanOrEqual(1);
  });

  it('reports how the command ended and what it said', async () => {
    const measure = await measureCommand({
      line: 'echo $GREETING; echo trouble >&2; exit 7',
      environment: { GREETING: 'hello' },
      directory: tmpdir(),
    });
    expect(measure).toMatchObject({ exitCode: 7, output: 'hello\n\ntrouble' });
  });
});
