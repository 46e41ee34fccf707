/** Where messages go: a webhook of WeCom or DingTalk, e-mail. Addresses hold tokens: no error repeats them. */
import { describeCause } from '../../core/errors.ts';
import type { NightSettings } from '../night/night-settings.ts';
import type { Message } from './causes.ts';

const TIMEOUT_MS = 15_000;
/** WeCom takes 4,096 bytes of markdown; a Chinese character is three. */
const LONGEST = 1_200;
/** An answer is a few words; more is not read. */
const LONGEST_ANSWER = 10_000;

export interface Channel {
  readonly name: string;
  send(message: Message): Promise<void>;
}

/** The two services take the same markdown in different envelopes. */
export function webhookBody(shape: 'wecom' | 'dingtalk', { subject, lines }: Message): object {
  const text = [`### ${subject}`, ...lines.map((line) => `> ${line}`)].join('\n').slice(0, LONGEST);
  if (shape === 'wecom') return { msgtype: 'markdown', markdown: { content: text } };
  return { msgtype: 'markdown', markdown: { title: subject, text } };
}

async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = (await response.text()).slice(0, LONGEST_ANSWER);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // Both services answer 200 and say what is wrong in the body.
  const code = (JSON.parse(answer || '{}') as { readonly errcode?: unknown }).errcode;
  if (typeof code === 'number' && code !== 0) throw new Error(`errcode ${code}`);
}

function webhookChannel({ url, shape }: NonNullable<NightSettings['webhook']>): Channel {
  return { name: 'webhook', send: (message) => post(url, webhookBody(shape, message)) };
}

function emailChannel({ server, from, to }: NonNullable<NightSettings['email']>): Channel {
  return {
    name: 'email',
    async send({ subject, lines }) {
      // Loaded where it is needed: nothing else sends mail.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ url: server, connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
      try {
        await transport.sendMail({ from, to: [...to], subject, text: lines.join('\n') });
      } finally {
        transport.close();
      }
    },
  };
}

export function openChannels({ webhook, email }: NightSettings): Channel[] {
  return [...(webhook ? [webhookChannel(webhook)] : []), ...(email ? [emailChannel(email)] : [])];
}

/** @returns what could not be reached, without its address; empty where everybody was told. */
export async function tellAll(channels: readonly Channel[], message: Message): Promise<string[]> {
  const faults: string[] = [];
  for (const channel of channels) {
    try {
      await channel.send(message);
    } catch (thrown) {
      const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
      faults.push(`${channel.name}: ${describeCause(cause).replaceAll(/\w+:\/\/\S+/g, '…')}`);
    }
  }
  return faults;
}
