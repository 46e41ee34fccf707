#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=100
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Stripped and compiled code is kept from one command to the next. Beside the code and not in the common folder for
// temporary files, where others could put theirs; where it cannot be written, a command starts a little later.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'ggzy'));
const { main } = await import('./program.ts');

// `ggzy … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
