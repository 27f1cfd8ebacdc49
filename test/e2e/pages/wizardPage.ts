import type { Page } from '@playwright/test';

/** The first run: choosing the county. */
export class WizardPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get counties() {
    return this.page.getByRole('radiogroup', { name: '县情配置' }).getByRole('radio');
  }

  /** Makes the desk of the sample county. */
  async create(): Promise<void> {
    await this.counties.and(this.page.locator('[value="xixia-2022"]')).check();
    await this.page.getByRole('button', { name: '建立并开始使用' }).click();
  }
}
