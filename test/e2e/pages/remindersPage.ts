import type { Page } from '@playwright/test';

/** 催报: the list and its files. */
export class RemindersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list() {
    return this.page.getByRole('main', { name: '催报' }).getByRole('table');
  }

  get groupText() {
    return this.page.getByTestId('reminder-group-text');
  }

  async openGroupText(): Promise<void> {
    await this.page.getByRole('tab', { name: '群通知' }).click();
  }

  async writeOut(button: '导出 Excel' | '导出 Word'): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
  }
}
