import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './fields.ts';

/** 催报: the list with its filters and texts, the log of chases, what is written, and the settings. */
export class RemindersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list() {
    return this.page.getByRole('grid', { name: '催报清单' });
  }

  /** Lines of things owed that are in view. */
  get lines() {
    return this.page.getByTestId('owed');
  }

  /** The line of a thing that a unit owes for a period. */
  line(key: string): Locator {
    return this.page.locator(`[data-testid="owed"][data-key="${key}"]`);
  }

  get unitText() {
    return this.page.getByTestId('reminder-unit-text');
  }

  get groupText() {
    return this.page.getByTestId('reminder-group-text');
  }

  get chaseForm() {
    return this.page.getByTestId('chase-form');
  }

  get log() {
    return this.page.getByTestId('chases').locator('tbody tr[data-row-key]');
  }

  async openTab(name: '催报清单' | '催报记录' | '用语与级别'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async openText(name: '单位文字' | '群通知'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async narrow(unit: string, duty: string): Promise<void> {
    await this.chooseIn('全部单位和分组', unit);
    await this.chooseIn('全部事项', duty);
  }

  /** Chooses in a filter of several and waits for the choice to stand in it. */
  private async chooseIn(name: string, text: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name });
    const items = this.page.locator('.ant-select', { has: field }).locator('.ant-select-selection-item');
    const chosen = items.filter({ hasText: text });
    // The offers are drawn anew when the list behind them is answered: a click in between meets nothing.
    await expect(async () => {
      if (!(await chosen.isVisible())) await choose(field, text);
      await expect(chosen).toBeVisible({ timeout: 3000 });
    }).toPass();
    await this.page.keyboard.press('Escape');
  }

  /** Types one of the numbers of the level settings. */
  async setLevel(label: string, value: number): Promise<void> {
    const field = this.page.getByRole('spinbutton', { name: label });
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Chooses a line with the keyboard and opens the dialog that logs a chase of it. */
  async beginChase(line: Locator): Promise<void> {
    await line.focus();
    await line.press('Space');
    await expect(line).toHaveAttribute('aria-selected', 'true');
    await line.press('Enter');
    await this.chaseForm.waitFor();
  }

  async saveChase(): Promise<void> {
    await this.page.getByTestId('save-chase').click();
    await expect(this.chaseForm).toBeHidden();
  }

  /** Writes the list as a file of this kind: `.xlsx`, `.docx`, `.pdf`, `.html`. */
  async writeOut(ending: string): Promise<void> {
    await this.page.getByRole('button', { name: '导出清单' }).click();
    await this.page.getByRole('menuitem', { name: ending }).click();
  }
}
