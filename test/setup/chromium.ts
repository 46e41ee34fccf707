/** Where a Chromium lies on this machine; null where there is none. `GGZY_CHROMIUM` names another one. */
import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function findChromium(): string | null {
  return [process.env['GGZY_CHROMIUM'] ?? '', ...USUAL].find((path) => path !== '' && existsSync(path)) ?? null;
}
