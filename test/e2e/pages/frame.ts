import { expect, type Page, type Request } from '@playwright/test';

/** What stands around every screen: navigation, the period and the manual. */
export class Frame {
  readonly page: Page;
  /** What the page asked of its host and has no answer to; in Electron it asks by another way. */
  private readonly asked = new Set<Request>();

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/request') this.asked.add(request);
    });
    page.on('requestfinished', (request) => this.asked.delete(request));
    page.on('requestfailed', (request) => this.asked.delete(request));
  }

  get office() {
    return this.page.getByTestId('office-name');
  }

  get period() {
    return this.page.getByRole('banner').getByRole('textbox', { name: '报送期' });
  }

  /** Opens a screen by its name in the navigation. */
  async open(screen: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('menuitem', { name: screen }).click();
    await this.page.getByRole('main', { name: screen }).waitFor();
  }

  /** Waits until the screen shows what it asked for, and what it asked for upon that. */
  async answered(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      // With two frames drawn, what stands on the screen has asked.
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await expect.poll(() => this.asked.size).toBe(0);
    }
  }

  /** The manual's page of the screen, opened and closed with F1. */
  get manual() {
    return this.page.getByTestId('manual');
  }

  async nextPeriod(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: '下一期' }).click();
  }

  async previousPeriod(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: '上一期' }).click();
  }

  /** Chooses the kind of period shown: 周, 月, 季, 半年 or 年. */
  async showBy(kind: string): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('radiogroup', { name: '报送期种类' })
      .getByText(kind, { exact: true })
      .click();
  }
}
