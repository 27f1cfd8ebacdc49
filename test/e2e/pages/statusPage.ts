import type { Locator, Page } from '@playwright/test';

/** 报送台账: the grid, one cell, the rates. */
export class StatusPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get counts() {
    return this.page.getByTestId('status-counts');
  }

  get grid() {
    return this.page.getByRole('grid', { name: '报送台账' });
  }

  get rates() {
    return this.page.getByTestId('rates-table');
  }

  get formula() {
    return this.page.getByTestId('rates-formula');
  }

  get drawer() {
    return this.page.getByRole('dialog');
  }

  cells(status: string): Locator {
    return this.grid.locator(`[role=gridcell][data-status=${status}]`);
  }

  async openRates(): Promise<void> {
    await this.page.getByRole('tab', { name: '报送率与排名' }).click();
    await this.rates.waitFor();
  }

  /** Registers a zero report in the open cell. */
  async registerZero(statement: string): Promise<void> {
    await this.drawer.getByText('零报送', { exact: true }).click();
    await this.drawer.getByTestId('register-note').fill(statement);
    await this.drawer.getByTestId('register-submit').click();
  }

  async closeDrawer(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.drawer.waitFor({ state: 'hidden' });
  }
}
