/** The report in a real browser, from a file and without a network. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReconcileReport } from '../../../reports/reconcile/page.ts';
import { findChromium } from '../../setup/chromium.ts';
import { SAMPLE } from './sample.ts';

const executablePath = findChromium();
const WIDTHS = [1440, 768, 390, 320];

// Without one: apt install chromium, or name one in GGZY_CHROMIUM.
describe.skipIf(executablePath === null)('the report opened in Chromium (GGZY_CHROMIUM)', () => {
  let directory: string;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ggzy-report-'));
    const file = join(directory, '归并报告.html');
    await writeFile(file, renderReconcileReport(SAMPLE));
    address = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(directory, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** Errors, warnings, and addresses other than the file itself. */
    readonly complaints: string[];
  }

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    await page.goto(address);
    return { page, complaints };
  }

  it('complains of nothing and asks for nothing', async () => {
    const { page, complaints } = await open({ viewport: { width: 1440, height: 900 } });
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('details.entity > summary').first().click();
    await page.locator('.chart.wide:visible [data-tip^="weight 18"]').first().hover();
    expect(complaints).toEqual([]);
  });

  it.each(WIDTHS)('fits %i pixels without scrolling sideways, in both languages', async (width) => {
    const { page } = await open({ viewport: { width, height: 844 } });
    for (const language of ['中文', 'English']) {
      await page.getByRole('button', { name: language }).click();
      for (const box of await page.locator('details').all()) await box.evaluate((one) => one.setAttribute('open', ''));
      const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(beyond, language).toBeLessThanOrEqual(0);
    }
  });

  it('switches its language, title and charts included', async () => {
    const { page } = await open();
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('身份归并报告');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await heading.innerText()).toBe('Reconciliation report');
    expect(await page.title()).toBe('Reconciliation report');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const labels = await page
      .locator('svg:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(labels).toContain('entities that two systems share');
    expect(await page.locator('body').innerText()).not.toMatch(/归并|记录对/);
    await page.getByRole('button', { name: '中文' }).click();
    expect(await heading.innerText()).toBe('身份归并报告');
  });

  it('says under the pointer what a bar holds', async () => {
    const { page } = await open({ viewport: { width: 1440, height: 900 } });
    const bar = page.locator('.chart.wide:visible [data-tip^="权重 18"]').first();
    await bar.scrollIntoViewIfNeeded();
    await bar.hover();
    expect(await page.locator('.tip').innerText()).toContain('权重 18 – 19 · 归并');
  });

  it('draws narrow charts on a phone and wide ones on a desk', async () => {
    for (const [width, shown, hidden] of [
      [390, 'narrow', 'wide'],
      [1440, 'wide', 'narrow'],
    ] as const) {
      const { page } = await open({ viewport: { width, height: 844 } });
      expect(await page.locator(`.chart.${shown}:visible`).count(), String(width)).toBeGreaterThan(5);
      expect(await page.locator(`.chart.${hidden}:visible`).count(), String(width)).toBe(0);
    }
  });

  it('is readable in the dark and prints on white', async () => {
    const background = 'getComputedStyle(document.body).backgroundColor';
    const { page } = await open({ colorScheme: 'dark' });
    expect(await page.evaluate(background)).toBe('rgb(19, 23, 24)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(background)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('nav').isVisible()).toBe(false);
  });

  it('runs no script that is not its own', async () => {
    const { page, complaints } = await open();
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.broken = 1">')`,
    );
    await page.waitForTimeout(200);
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(complaints.join()).toMatch(/Content Security Policy/);
  });
});
