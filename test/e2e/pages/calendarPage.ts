import type { Page } from '@playwright/test';
import { typeDay } from './fields.ts';

/** 日历: the year's days, a notice being read, the county's own days, and what falls due. */
export class CalendarPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Stands where the notice of the year shown is not loaded. */
  get unknown() {
    return this.page.getByTestId('year-unknown');
  }

  get legend() {
    return this.page.getByRole('main', { name: '日历' });
  }

  /** The notice as it was read, before it is saved. */
  get draft() {
    return this.page.getByTestId('import-notice');
  }

  get county() {
    return this.page.getByTestId('county-drawer');
  }

  day(day: string) {
    return this.page.getByTestId(`day-${day}`);
  }

  /** A day of the calendar of what falls due. */
  dueDay(day: string) {
    return this.page.getByTestId(`due-${day}`);
  }

  async showYear(year: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: '年份' });
    await typeDay(field, year);
  }

  async readNotice(text: string): Promise<void> {
    await this.page.getByTestId('notice-open').click();
    await this.draft.getByTestId('notice-text').fill(text);
    await this.draft.getByTestId('notice-read').click();
    await this.draft.getByTestId('notice-days').waitFor();
  }

  async saveNotice(): Promise<void> {
    await this.page.getByTestId('notice-save').click();
    await this.draft.waitFor({ state: 'hidden' });
  }

  /** A day off of the county's own, from a click on the day, with the paper it rests on. */
  async addCountyDay(day: string, reason: string): Promise<void> {
    await this.day(day).click();
    await this.county.getByTestId('county-reason').fill(reason);
    await this.county.getByTestId('county-save').click();
  }

  async removeCountyDay(day: string, reason: string): Promise<void> {
    await this.county.getByRole('row').filter({ hasText: day }).getByRole('button', { name: '取消这一天' }).click();
    const asked = this.page.getByRole('tooltip').filter({ hasText: day });
    await asked.getByRole('textbox', { name: '取消的理由' }).fill(reason);
    await asked.locator('.ant-btn-primary').click();
  }

  async closeCounty(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.county.waitFor({ state: 'hidden' });
  }

  async showDue(): Promise<void> {
    await this.page.getByRole('tab', { name: '到期事项' }).click();
  }
}
