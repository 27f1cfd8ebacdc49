import type { Page } from '@playwright/test';
import { choose, pick, typeDay } from './fields.ts';

/** An exception as the office approves it. */
export interface Approval {
  readonly reason: string;
  readonly approver: string;
  readonly documentNo: string;
}

/** 事项: the list, one duty with its year, parts and events, and its form. */
export class DutiesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get lines() {
    return this.page.locator('[data-testid^="duty-"].clickable-row');
  }

  get drawer() {
    return this.page.getByTestId('duty-drawer');
  }

  /** What saving the form would do to the year. */
  get changes() {
    return this.drawer.getByTestId('year-changes');
  }

  get events() {
    return this.page.getByTestId('events');
  }

  async open(duty: string): Promise<void> {
    await this.page.getByTestId(`duty-${duty}`).getByRole('button').click();
    await this.drawer.getByTestId('duty-edit').waitFor();
  }

  async openTab(name: string): Promise<void> {
    await this.drawer.getByRole('tab', { name, exact: true }).click();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.drawer.waitFor({ state: 'hidden' });
  }

  /** In the form: another due rule, from a day on. */
  async changeRule(rule: string, day: string, since: string, reason: string): Promise<void> {
    await this.drawer.getByTestId('duty-edit').click();
    const form = this.drawer.getByTestId('duty-form');
    await form.getByRole('radio', { name: '自某日起变更' }).check();
    await typeDay(form.getByTestId('duty-since-day'), since);
    await form.getByTestId('duty-since-reason').fill(reason);
    await pick(form.getByRole('combobox', { name: '截止规则' }), rule);
    await form.getByLabel('日', { exact: true }).fill(day);
  }

  async save(): Promise<void> {
    await this.drawer.getByTestId('duty-save').click();
    await this.drawer.getByTestId('duty-edit').waitFor();
  }

  /** Lets a unit off the open duty from a day on. */
  async exempt(unit: string, from: string, approval: Approval): Promise<void> {
    await this.openTab('分工与免报');
    await this.drawer.getByTestId('add-exemption').click();
    const form = this.drawer.getByTestId('exemption-form');
    await choose(form.getByLabel('单位'), unit);
    await typeDay(form.getByRole('textbox', { name: '自', exact: true }), from);
    await form.getByLabel('理由').fill(approval.reason);
    await form.getByLabel('批准人').fill(approval.approver);
    await form.getByLabel('批准文号').fill(approval.documentNo);
    await form.getByRole('button', { name: /^保\s?存$/u }).click();
    await form.waitFor({ state: 'detached' });
  }

  async addEvent(title: string, unit: string, day: string): Promise<void> {
    await this.events.getByTestId('add-event').click();
    const form = this.events.getByTestId('event-form');
    await form.getByTestId('event-title').fill(title);
    await choose(form.getByLabel('单位'), unit);
    await typeDay(form.getByRole('textbox', { name: '起算日' }), day);
    await form.getByTestId('event-save').click();
    await form.waitFor({ state: 'detached' });
  }

  async closeEvent(title: string, on: string, outcome: string): Promise<void> {
    await this.events.getByRole('row').filter({ hasText: title }).getByRole('button', { name: '办结' }).click();
    const form = this.events.getByTestId('event-form');
    await typeDay(form.getByRole('textbox', { name: '办结日' }), on);
    await form.getByTestId('event-outcome').fill(outcome);
    await form.getByTestId('event-save').click();
    await form.waitFor({ state: 'detached' });
  }
}
