/** What the operating system says about a file, in words an operator can act on. */
import { describeCause, GgzyError } from '../core/errors.ts';
import { FormatError, type Fault } from './format-error.ts';

const CHECK_PATH = { zh: '核对设置中的路径，或请移交单位补交该文件。', en: 'Check the path, or ask for the file.' };
const GRANT = {
  zh: '为运行本程序的账号授予读取权限。',
  en: 'Grant read access to the account that runs this program.',
};
const FREE = { zh: '清理磁盘空间后重新运行。', en: 'Free disk space and run again.' };

function fault(rule: string, texts: readonly [zh: string, en: string], next: Fault['next']): Fault {
  return { rule, zh: texts[0], en: texts[1], next };
}

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: fault('file_missing', ['文件或目录不存在', 'file or directory not found'], CHECK_PATH),
  ENOTDIR: fault('file_missing', ['路径中有一段不是目录', 'part of the path is not a directory'], CHECK_PATH),
  ELOOP: fault('file_missing', ['符号链接循环', 'symbolic links go in a circle'], CHECK_PATH),
  EISDIR: fault('file_is_directory', ['此处应为文件，实为目录', 'a directory in place of a file'], CHECK_PATH),
  EACCES: fault('file_unreadable', ['没有读取权限', 'no permission to read'], GRANT),
  EPERM: fault('file_unreadable', ['没有读取权限', 'no permission to read'], GRANT),
  EBUSY: fault('file_unreadable', ['文件正被其他程序占用', 'the file is in use'], {
    zh: '关闭占用该文件的程序后重新运行。',
    en: 'Close the program that uses the file and run again.',
  }),
  ENOSPC: fault('disk_full', ['磁盘空间已满', 'no space left on the disk'], FREE),
  EMFILE: fault('too_many_files', ['打开的文件过多', 'too many open files'], {
    zh: '提高系统的文件句柄上限后重新运行。',
    en: 'Raise the limit of open files and run again.',
  }),
  EIO: fault('file_unreadable', ['存储介质读取出错', 'the storage medium fails'], {
    zh: '检查磁盘或网络盘，重新拷贝该文件。',
    en: 'Check the disk or network drive and copy the file again.',
  }),
};

/** The system's error code (`ENOENT`), when the thrown thing carries one. */
export function faultCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

export interface FileFault {
  /** Shown to people instead of the full path. */
  readonly name: string;
  readonly thrown: unknown;
}

/** Turns any fault met while reading a file into an error that names it; errors that say enough pass through. */
export function fileFault({ name, thrown }: FileFault): GgzyError {
  if (thrown instanceof FormatError) return thrown.inFile(name);
  if (thrown instanceof GgzyError) return thrown;
  const known = FAULTS[faultCode(thrown) ?? ''];
  return new FormatError(known ?? unknownFault(describeCause(thrown)), { file: name, cause: thrown });
}

function unknownFault(cause: string): Fault {
  return fault('file_unreadable', [`读取失败（${cause}）`, `cannot be read (${cause})`], {
    zh: '用原系统重新导出该文件，核对后再次运行。',
    en: 'Export the file again from its system and run again.',
  });
}
