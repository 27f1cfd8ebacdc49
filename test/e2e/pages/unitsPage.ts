import type { Page } from '@playwright/test';
import { choose, typeDay } from './fields.ts';

/** 单位: the directory, one unit, its new name, mergers, and the list as a workbook. */
export class UnitsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get drawer() {
    return this.page.getByTestId('unit-drawer');
  }

  get history() {
    return this.drawer.getByTestId('unit-history');
  }

  get succession() {
    return this.page.getByRole('dialog', { name: '合并、分设' });
  }

  get imported() {
    return this.page.getByRole('dialog', { name: '导入单位名录' });
  }

  /** A line of the directory by the unit's short name. */
  line(name: string) {
    return this.page.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async find(text: string): Promise<void> {
    await this.page.getByTestId('units-search').getByRole('searchbox').fill(text);
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `修改${name}`, exact: true }).click();
    await this.drawer.getByTestId('unit-name').waitFor();
  }

  async close(): Promise<void> {
    await this.drawer.getByRole('button', { name: '取消' }).click();
    await this.drawer.waitFor({ state: 'hidden' });
  }

  async addContact(name: string, phone: string): Promise<void> {
    await this.drawer.getByTestId('contact-add').click();
    await this.drawer.getByRole('textbox', { name: '姓名' }).last().fill(name);
    await this.drawer.getByRole('textbox', { name: '电话' }).last().fill(phone);
    await this.drawer.getByTestId('unit-save').click();
    await this.drawer.waitFor({ state: 'hidden' });
  }

  /** Gives the open unit another name from a day on. */
  async rename(to: { readonly name: string; readonly official: string; readonly on: string; readonly reason: string }) {
    await this.drawer.getByTestId('unit-rename').click();
    const dialog = this.page.getByRole('dialog', { name: /^改名：/u });
    await dialog.getByTestId('rename-name').fill(to.name);
    await dialog.getByTestId('rename-official').fill(to.official);
    await typeDay(dialog.getByLabel('新名称启用日期'), to.on);
    await dialog.getByTestId('rename-reason').fill(to.reason);
    await dialog.getByRole('button', { name: /^改\s?名$/u }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Fills in a merger into a new unit and asks what it would do. */
  async foreseeMerger(
    from: readonly string[],
    to: { readonly name: string; readonly official: string; readonly on: string; readonly reason: string },
  ): Promise<void> {
    await this.page.getByTestId('units-succession').click();
    for (const name of from) await choose(this.succession.getByLabel('撤并的单位'), name);
    const into = this.succession.getByLabel('合并到');
    await into.fill(to.name);
    await into.press('Enter');
    // Else its list lies over the next field.
    await into.press('Tab');
    await this.succession.getByTestId('succession-official-0').fill(to.official);
    await typeDay(this.succession.getByLabel('接续单位启用日期'), to.on);
    await this.succession.getByTestId('succession-reason').fill(to.reason);
    await this.succession.getByTestId('succession-foresee').click();
    await this.succession.getByTestId('succession-preview').waitFor();
  }

  async confirmMerger(): Promise<void> {
    await this.succession.getByTestId('succession-confirm').click();
    await this.succession.waitFor({ state: 'hidden' });
  }

  /** Hands a list over; what it would do is shown then. */
  async readList(file: string): Promise<void> {
    await this.page.getByTestId('units-import-file').setInputFiles(file);
    await this.imported.waitFor();
  }

  async writeList(): Promise<void> {
    await this.imported.getByRole('button', { name: '写入' }).click();
    await this.imported.waitFor({ state: 'hidden' });
  }
}
