import type { Page } from '@playwright/test';
import { choose } from './fields.ts';

/** 案例: the ledgers, their counts, and the form a case is typed into. */
export class CasesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rows() {
    return this.page.getByTestId('cases').locator('tbody tr.clickable-row');
  }

  get addButton() {
    return this.page.getByTestId('add-case');
  }

  get writeButton() {
    return this.page.getByTestId('write-cases');
  }

  get form() {
    return this.page.getByTestId('case-form');
  }

  get saveButton() {
    return this.page.getByTestId('save-case');
  }

  get adoption() {
    return this.page.getByTestId('adoption').first();
  }

  async open(ledger: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: '案例' }).click();
    await this.page.getByRole('tab', { name: ledger }).click();
  }

  field(name: string) {
    return this.form.getByRole('textbox', { name, exact: true });
  }

  async choose(name: string, text: string): Promise<void> {
    await choose(this.form.getByRole('combobox', { name, exact: true }), text);
  }

  async show(view: string): Promise<void> {
    await this.page.getByText(view, { exact: true }).click();
  }
}
