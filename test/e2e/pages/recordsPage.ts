import { expect, type Page } from '@playwright/test';

/** 数据: the list, the counts per rule, and one record. */
export class RecordsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rules() {
    return this.page.getByRole('region', { name: '各类问题' });
  }

  get records() {
    return this.page.getByTestId('record');
  }

  get record() {
    return this.page.getByTestId('record-drawer');
  }

  async showOnlyRule(rule: string): Promise<void> {
    await this.rules.getByText(rule).click();
  }

  /** Mends one value of the open record. */
  async correct(column: string, value: string, reason: string): Promise<void> {
    await this.record.getByRole('button', { name: `更正${column}`, exact: true }).click();
    const editor = this.record.getByTestId('value-editor');
    await editor.getByRole('textbox', { name: '更正为' }).fill(value);
    await editor.getByRole('combobox', { name: '更正理由' }).fill(reason);
    await editor.getByRole('button', { name: '更正' }).click();
    await editor.waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    await this.record.waitFor();
    // A list of reasons that is still closing takes the key for itself.
    await expect(async () => {
      if (await this.record.isVisible()) await this.page.keyboard.press('Escape');
      await expect(this.record).toBeHidden({ timeout: 3000 });
    }).toPass();
  }
}
