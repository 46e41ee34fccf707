/** `night:` in ggzy.yaml: when systems are synced, who is told, where operations look. All of it may be left out. */
import { z } from 'zod';

/** Minute, hour, day, month, weekday; read in Beijing time. */
const cron = z.string().regex(/^\S+(?: \S+){4}$/);

const webhook = z.strictObject({
  /** With the token in it, as WeCom and DingTalk hand it out: never shown. */
  url: z.url({ protocol: /^https?$/ }),
  shape: z.enum(['wecom', 'dingtalk']).default('wecom'),
});

const email = z.strictObject({
  /** `smtps://user:password@host:465`: never shown. */
  server: z.url({ protocol: /^smtps?$/ }),
  from: z.string().min(3),
  to: z.array(z.string().min(3)).min(1),
});

const http = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  /** 0: none is opened. */
  port: z.coerce.number().int().min(0).max(65_535).default(9464),
});

const lineage = z
  .strictObject({ file: z.string().min(1).optional(), url: z.url({ protocol: /^https?$/ }).optional() })
  .refine(({ file, url }) => file !== undefined || url !== undefined);

const retry = z.strictObject({
  limit: z.coerce.number().int().min(0).max(100).default(5),
  /** Seconds before the first retry; doubled with each. */
  delay: z.coerce.number().int().min(1).default(300),
  /** A worker that has not been heard of for so many seconds is dead. */
  heartbeat: z.coerce.number().int().min(10).default(60),
});

export const nightSchema = z.strictObject({
  cron: cron.default('0 2 * * *'),
  /** By system, where one differs. */
  crons: z.record(z.string(), cron).default({}),
  /** When the report of the night is written and sent. */
  report: cron.default('30 6 * * *'),
  reportDirectory: z.string().min(1).default('./reports'),
  /** Systems one process works on at the same time. */
  parallel: z.coerce.number().int().min(1).max(32).default(2),
  retry: retry.prefault({}),
  http: http.prefault({}),
  webhook: webhook.optional(),
  email: email.optional(),
  lineage: lineage.optional(),
});

export type NightSettings = z.infer<typeof nightSchema>;

export const NIGHT_EXPECTED = [
  'night 可用的键：cron、crons、report、reportDirectory、parallel、retry、http、webhook、email、lineage',
  'keys of night: cron, crons, report, reportDirectory, parallel, retry, http, webhook, email, lineage',
] as const;
