/** Writing a file that people open. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { ConfigurationError, describeCause } from '../core/errors.ts';
import type { Say } from '../core/language.ts';

export interface WriteOptions {
  readonly say: Say;
  readonly mode?: number;
}

/** A file appears under its name only when it is whole. @param mode permissions; 0o600 where it holds what is not for all */
export async function writeWhole(file: string, bytes: Uint8Array, { say, mode = 0o644 }: WriteOptions): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await writeFile(partial, bytes, { mode });
    await rename(partial, file);
  } catch (thrown) {
    await rm(partial, { force: true });
    throw new ConfigurationError(
      say(`无法写入 ${file}：${describeCause(thrown)}`, `cannot write ${file}: ${describeCause(thrown)}`),
      {
        next: say(
          '请检查目录是否存在、是否有写入权限，文件是否正在电子表格中打开。',
          'Is the directory there and writable, is the file open in a spreadsheet?',
        ),
        cause: thrown,
      },
    );
  }
}
