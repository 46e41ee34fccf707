/** Turns whatever was thrown into a message, a place, a next step and an exit code. */
import {
  BusyError,
  CancelledError,
  ConfigurationError,
  describeCause,
  GgzyError,
  SourceError,
  TargetError,
  WindowClosedError,
} from '../core/errors.ts';
import type { Say } from '../core/language.ts';
import { toTargetError } from '../database/connection.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export interface Failure {
  readonly exitCode: ExitCode;
  readonly message: string;
  readonly place: { readonly system?: string; readonly stream?: string; readonly position?: string };
  readonly next: string | null;
}

/** Connection lost or refused, no rights, no room, server gone: SQLSTATE classes and socket errors. */
const TARGET_FAULT = /^(?:08|28|3D|42501|53|57|58|XX)|^E(?:CONN|PIPE|HOST|NET|TIMEDOUT|AI_)/;

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** The error that says what to do: a wrapped one, or a fault of the target that a driver reported. */
function findMeaning(thrown: unknown): unknown {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof GgzyError) return error;
    if (TARGET_FAULT.test(codeOf(error))) return toTargetError(error, '目标库出错');
    if (error.message === 'Connection terminated unexpectedly') return toTargetError(error, '与目标库的连接中断');
  }
  return thrown;
}

function codeFor(error: unknown): ExitCode {
  if (error instanceof ConfigurationError) return EXIT.configuration;
  if (error instanceof SourceError) return EXIT.source;
  if (error instanceof TargetError) return EXIT.target;
  if (error instanceof BusyError) return EXIT.busy;
  if (error instanceof WindowClosedError) return EXIT.closed;
  if (error instanceof CancelledError) return EXIT.cancelled;
  return EXIT.internal;
}

export function describeFailure(thrown: unknown, cancelled: boolean, say: Say): Failure {
  const error = findMeaning(thrown);
  if (cancelled) {
    const message = say('已取消；已提交的部分保留', 'cancelled; what was committed stays');
    const next = say('再次运行同一命令，将从中断处继续。', 'Run the same command again: it goes on from there.');
    return { exitCode: EXIT.cancelled, message, place: {}, next };
  }
  if (error instanceof GgzyError) {
    return { exitCode: codeFor(error), message: error.message, place: error.place, next: error.next ?? null };
  }
  const message = say(`程序内部错误：${describeCause(error)}`, `internal error: ${describeCause(error)}`);
  const next = say(
    '设置 GGZY_DEBUG=1 再次运行，并将输出报告给维护者。',
    'Run again with GGZY_DEBUG=1 and report the output.',
  );
  return { exitCode: EXIT.internal, message, place: {}, next };
}

export function formatFailure({ message, place, next }: Failure, say: Say): string {
  const where = [place.system, place.stream, place.position].filter((part) => part !== undefined);
  return [
    `${say('错误：', 'error: ')}${message}`,
    ...(where.length > 0 ? [`  ${say('位置：', 'at: ')}${where.join(' / ')}`] : []),
    ...(next === null ? [] : [`  ${say('下一步：', 'next: ')}${next}`]),
  ].join('\n');
}
