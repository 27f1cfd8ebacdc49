import type { Page } from '@playwright/test';

/** What stands around every screen: navigation and the period. */
export class Frame {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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
