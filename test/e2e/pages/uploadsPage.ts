import type { Page } from '@playwright/test';
import { choose } from './fields.ts';

/** 汇总上报: what would be uploaded, what is held back, and what was. */
export class UploadsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rows() {
    return this.page.getByTestId('upload-rows');
  }

  get held() {
    return this.page.getByRole('region', { name: '暂不上报' });
  }

  get writeButton() {
    return this.page.getByTestId('write-upload');
  }

  get history() {
    return this.page
      .getByTestId('uploads')
      .getByRole('row')
      .filter({ hasText: /U\d{8}-\d+/ });
  }

  async choose(template: string): Promise<void> {
    await choose(this.page.getByRole('combobox', { name: '模板' }), template);
    await this.rows.waitFor();
  }

  async openHistory(): Promise<void> {
    await this.page.getByRole('tab', { name: '历次汇总' }).click();
  }

  async undoLast(): Promise<void> {
    await this.history.first().getByRole('button', { name: '撤销' }).click();
    await this.page.getByRole('tooltip').getByRole('button', { name: '撤销' }).click();
  }
}
