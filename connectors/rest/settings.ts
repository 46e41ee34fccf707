/** Settings of a REST service with tokens and pages. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationError, describeCause } from '../../core/errors.ts';
import type { ConnectorContext } from '../connector.ts';

export const settings = z
  .strictObject({
    /** `https://host:port`, without a path. */
    url: z.url({ protocol: /^https?$/ }),
    appId: z.string().min(1),
    /** Better in the environment (`${…}`), or in a file. */
    appSecret: z.string().min(1).optional(),
    appSecretFile: z.string().min(1).optional(),
    /** Plain HTTP is for a test on this machine and nothing else: the token would lie open. */
    allowHttp: z.boolean().default(false),
    tokenPath: z.string().startsWith('/').default('/oauth/token'),
    /** `{stream}` is the name of the stream. */
    resourcePath: z.string().startsWith('/').default('/api/v1/{stream}'),
    pageSize: z.number().int().min(1).max(200).default(200),
    timeoutSeconds: z.number().positive().max(600).default(60),
    /** One answer may not be larger. */
    maxAnswerMb: z.number().positive().max(256).default(16),
    /** All answers of one stream may not be larger. */
    maxStreamMb: z.number().positive().max(65_536).default(2048),
    /** So often a call is repeated that failed for a reason that may pass. */
    retries: z.number().int().min(0).max(20).default(6),
    /** Before the first repetition; doubled with each. */
    retryWaitMs: z.number().int().min(0).max(60_000).default(500),
    /** No longer is waited because the service asks for it. */
    maxWaitSeconds: z.number().positive().max(3600).default(120),
  })
  .superRefine(({ url, allowHttp, appSecret, appSecretFile }, context) => {
    const fault = (message: string): void => context.addIssue({ code: 'custom', message });
    if (URL.canParse(url) && new URL(url).protocol === 'http:' && !allowHttp) {
      fault('url 须以 https:// 开头（仅本机测试可设 allowHttp: true）');
    }
    if ((appSecret === undefined) === (appSecretFile === undefined))
      fault('缺少 appSecret 或 appSecretFile（二者填一）');
  });

export type RestSettings = z.infer<typeof settings>;

/** @throws ConfigurationError where the file cannot be read or is empty. What it holds is in no message. */
export async function readSecret(
  { appSecret, appSecretFile }: RestSettings,
  { system, baseDirectory }: ConnectorContext,
): Promise<string> {
  if (appSecretFile === undefined) return appSecret ?? '';
  const text = await readFile(resolve(baseDirectory, appSecretFile), 'utf8').catch((thrown: unknown) => {
    throw new ConfigurationError(`${system}：无法读取 appSecretFile（${describeCause(thrown)}）`, { system });
  });
  const secret = text.trim();
  if (secret === '') throw new ConfigurationError(`${system}：appSecretFile 是空的`, { system });
  return secret;
}
