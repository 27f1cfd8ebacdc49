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

  /** One square, whatever its state. */
  cell(unit: string, duty: string, period: string): Locator {
    return this.grid.getByTestId(`cell-${unit}-${duty}-${period}`);
  }

  async openCell(unit: string, duty: string, period: string): Promise<void> {
    await this.cell(unit, duty, period).click();
    await this.drawer.getByTestId('register-form').waitFor();
  }

  /** What came for the open cell, by its words. */
  submission(text: string): Locator {
    return this.drawer.getByTestId(/^submission-/u).filter({ hasText: text });
  }

  /** Sends a zero report for the open cell, which may be refused. */
  async tryZero(statement: string): Promise<void> {
    await this.drawer.getByTestId('register-form').getByText('零报送', { exact: true }).click();
    await this.drawer.getByTestId('register-note').fill(statement);
    await this.drawer.getByTestId('register-submit').click();
  }

  /** Registers a zero report in the open cell. */
  async registerZero(statement: string): Promise<void> {
    await this.tryZero(statement);
    await this.submission(statement).waitFor();
  }

  /** Takes a registration by hand of the open cell back. */
  async withdraw(text: string): Promise<void> {
    await this.submission(text).getByRole('button', { name: '撤回登记' }).click();
    await this.page.getByRole('tooltip').filter({ hasText: '撤回这条登记' }).locator('.ant-btn-primary').click();
    await this.submission(text).waitFor({ state: 'detached' });
  }

  async closeDrawer(): Promise<void> {
    await this.drawer.waitFor();
    await this.page.keyboard.press('Escape');
    await this.drawer.waitFor({ state: 'hidden' });
  }
}
