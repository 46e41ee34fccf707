/**
 * What a server does, one JSON line per event: names of systems and streams, counts, durations, messages that were made
 * for people. Never a value of a record, never a setting.
 */
export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface Log {
  (level: LogLevel, event: string, fields?: LogFields): void;
}

/** Addresses may carry a password or a token: they are cut off behind the host. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/\b([a-z][a-z+]*:\/\/)(?:[^\s/@]*@)?([^\s/?#]+)\S*/giu, '$1$2/…');
}

export function openLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    const safe = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutSecrets(value) : value,
    ]);
    write(JSON.stringify({ at: now().toISOString(), level, event, pid: process.pid, ...Object.fromEntries(safe) }));
  };
}
