/** Finding delivered files: paths relative to the settings, nothing outside the directory that was named. */
import { readdir, realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { fileFault } from '../formats/file-fault.ts';
import { FormatError, type Fault } from '../formats/format-error.ts';

export interface DeliveredFile {
  readonly path: string;
  /** Short name that stands in origins, positions and messages. */
  readonly name: string;
}

const OUTSIDE: Fault = {
  rule: 'unsafe_path',
  zh: '路径指向移交目录之外，拒绝读取',
  en: 'the path leads out of the delivered directory: refused',
  next: { zh: '请移交单位更正清单中的文件名。', en: 'Ask for the file name in the manifest to be corrected.' },
};

/** The file `name` within `directory`, symbolic links followed; refuses what lies outside. */
export async function fileWithin(directory: string, name: string): Promise<DeliveredFile> {
  const path = resolve(directory, name);
  if (isAbsolute(name) || !isInside(directory, path)) throw new FormatError(OUTSIDE, { file: name });
  try {
    if (!isInside(await realpath(directory), await realpath(path))) throw new FormatError(OUTSIDE, { file: name });
  } catch (thrown) {
    throw fileFault({ name, thrown });
  }
  return { path, name };
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** Files of a directory whose name fits `pattern` (`*` and `?`), in name order; lock files of open workbooks left out. */
export async function filesLike(directory: string, pattern: string): Promise<DeliveredFile[]> {
  const fits = new RegExp(`^${pattern.split('').map(globCharacter).join('')}$`, 'iu');
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    const wanted = names.filter((name) => fits.test(name) && !/^[~.]/.test(name));
    return wanted.sort().map((name) => ({ path: resolve(directory, name), name }));
  } catch (thrown) {
    throw fileFault({ name: basename(directory), thrown });
  }
}

function globCharacter(character: string): string {
  if (character === '*') return '.*';
  return character === '?' ? '.' : character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
}

/** Named by their base name; by the path as written where two have the same. */
export function namedFiles(baseDirectory: string, paths: readonly string[]): DeliveredFile[] {
  const count = Map.groupBy(paths, (path) => basename(path));
  return paths.map((path) => ({
    path: resolve(baseDirectory, path),
    name: (count.get(basename(path))?.length ?? 0) > 1 ? path : basename(path),
  }));
}
