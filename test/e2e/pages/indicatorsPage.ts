import type { Page } from '@playwright/test';
import { pick } from './fields.ts';

/** 指标: the targets, one of them with its periods, and the form of a new one. */
export class IndicatorsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list() {
    return this.page.getByTestId('indicators');
  }

  get detail() {
    return this.page.getByTestId('indicator-detail');
  }

  /** One period of the shown indicator. */
  period(name: string) {
    return this.page.getByTestId('indicator-values').getByRole('row').filter({ hasText: name });
  }

  cell(name: string) {
    return this.page.getByTestId('indicator-values').getByRole('textbox', { name, exact: true });
  }

  /** Adds one of typed numbers with a lower bound in per cent. */
  async add(title: string, atLeast: string, numerator: string, denominator: string): Promise<void> {
    await this.page.getByTestId('add-indicator').click();
    const form = this.page.getByRole('dialog');
    await form.getByLabel('名称', { exact: true }).fill(title);
    await pick(form.getByLabel('目标', { exact: true }), '不低于');
    await form.getByLabel('目标值（% 或件数）').fill(atLeast);
    await form.getByLabel('分子', { exact: true }).fill(numerator);
    await form.getByLabel('分母（计数的不填）').fill(denominator);
    await this.page.getByTestId('save-indicator').click();
    await form.waitFor({ state: 'hidden' });
  }
}
