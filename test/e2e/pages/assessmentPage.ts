import { expect, type Locator, type Page } from '@playwright/test';

/** 年度考核: the table of all units, a unit's score sheet, the quick table, objections and schemes. */
export class AssessmentPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get results(): Locator {
    return this.page.getByTestId('assessment-results');
  }

  get sheet(): Locator {
    return this.page.getByTestId('score-sheet');
  }

  /** The unit's score on its open sheet. */
  get score(): Locator {
    return this.sheet.getByTestId('sheet-score');
  }

  /** All objections of the year, in their own tab. */
  get objections(): Locator {
    return this.page.getByTestId('objections').locator('tbody tr[data-row-key]');
  }

  get figure(): Locator {
    return this.page.getByTestId('figure-drawer');
  }

  async openTab(tab: '考核得分' | '批量评分' | '申诉' | '考核方案'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`, 'u') }).click();
  }

  async openSheet(unit: string): Promise<void> {
    await this.results.getByRole('button', { name: unit, exact: true }).click();
    await this.score.waitFor();
  }

  /** The sum of its items' points: before scaling, bonus and deductions. */
  get sum(): Locator {
    return this.sheet.getByTestId('sheet-sum');
  }

  /** A line of the sheet by the id of its item. */
  line(item: string): Locator {
    return this.sheet.locator(`[data-item="${item}"]`);
  }

  /** Types the points of a line of the open sheet with the evidence. */
  async enter(item: string, points: string, evidence: string): Promise<void> {
    await this.line(item).getByTestId('line-enter').click();
    const form = this.sheet.getByTestId('entry-form');
    await form.getByRole('spinbutton', { name: '分值' }).fill(points);
    await form.getByRole('combobox', { name: '佐证' }).fill(evidence);
    await form.getByTestId('save-entry').click();
    await form.waitFor({ state: 'hidden' });
  }

  async object(item: string, claim: string): Promise<void> {
    await this.line(item).getByTestId('line-object').click();
    const form = this.sheet.getByTestId('objection-form');
    await form.getByRole('textbox', { name: '申诉理由' }).fill(claim);
    await form.getByTestId('save-objection').click();
    await form.waitFor({ state: 'hidden' });
  }

  /** Agrees to the one open objection of the sheet. */
  async grant(points: string, decision: string): Promise<void> {
    const form = await this.beginDecision('同意改分');
    await form.getByRole('spinbutton', { name: '改后的分值' }).fill(points);
    await this.decide(form, decision);
  }

  /** Turns the one open objection of the sheet down. */
  async refuse(decision: string): Promise<void> {
    await this.decide(await this.beginDecision('不同意'), decision);
  }

  async closeSheet(): Promise<void> {
    await this.sheet.getByRole('button', { name: '关闭' }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** A unit's cell of the quick table. */
  cell(unit: string, column: '分值' | '数量' | '佐证'): Locator {
    return this.page.getByTestId('batch-table').getByRole('textbox', { name: `${unit} ${column}`, exact: true });
  }

  private async beginDecision(answer: '同意改分' | '不同意'): Promise<Locator> {
    await this.sheet.getByRole('button', { name: '处理申诉' }).click();
    const form = this.sheet.getByTestId('decision-form');
    await form.getByRole('radio', { name: answer, exact: true }).check();
    return form;
  }

  private async decide(form: Locator, decision: string): Promise<void> {
    await form.getByRole('textbox', { name: '处理意见' }).fill(decision);
    await form.getByTestId('save-decision').click();
    await form.waitFor({ state: 'hidden' });
  }
}
