/** What a command's exit code says. Documented in `ggzy --help`. */
import type { Say } from '../core/language.ts';

export const EXIT = {
  balanced: 0,
  red: 1,
  configuration: 2,
  source: 3,
  target: 4,
  busy: 5,
  drift: 6,
  closed: 7,
  internal: 70,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code of a command that did several things: the gravest counts, in this order. */
const GRAVITY: readonly ExitCode[] = [
  EXIT.cancelled,
  EXIT.internal,
  EXIT.target,
  EXIT.configuration,
  EXIT.source,
  EXIT.busy,
  EXIT.closed,
  EXIT.red,
  EXIT.drift,
];

export function gravest(codes: readonly ExitCode[]): ExitCode {
  return GRAVITY.find((code) => codes.includes(code)) ?? EXIT.balanced;
}

export function describeExitCodes(say: Say): string {
  const lines: readonly (readonly [ExitCode, string])[] = [
    [EXIT.balanced, say('全部平衡', 'everything balances')],
    [
      EXIT.red,
      say(
        '已结束，但有不平衡、失败或搁置的数据流，或检查发现错误',
        'finished, but something does not balance, failed or was held, or a check found errors',
      ),
    ],
    [EXIT.configuration, say('设置或用法有误', 'settings or usage are wrong')],
    [EXIT.source, say('来源系统无法读取', 'a source cannot be read')],
    [EXIT.target, say('目标库无法使用', 'the target cannot be used')],
    [EXIT.busy, say('另一个进程正在迁移', 'another process is migrating')],
    [
      EXIT.drift,
      say('plan 发现来源与登记不符，尚无人确认', 'plan: a source is not what is declared, and nobody has approved it'),
    ],
    [
      EXIT.closed,
      say('不在允许读取的时段内，到时再次运行将继续', 'a source may not be read at this hour; run again when it may'),
    ],
    [EXIT.internal, say('程序内部错误', 'internal error')],
    [EXIT.cancelled, say('已取消（Ctrl-C），再次运行将继续', 'cancelled (Ctrl-C); the next run goes on')],
  ];
  const title = say('退出码：', 'Exit codes:');
  return [title, ...lines.map(([code, text]) => `  ${String(code).padStart(3)}  ${text}`)].join('\n');
}
