import { expect, type Locator, type Page } from '@playwright/test';
import { typeDay } from './fields.ts';

/** 导入: dropping files, the plan, the receipt and the history. */
export class ImportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get commitButton() {
    return this.page.getByTestId('commit');
  }

  get counts() {
    return this.page.getByTestId('plan-counts');
  }

  get detail() {
    return this.page.getByRole('region', { name: '所选表的详情' });
  }

  get receipt() {
    return this.page.getByTestId('receipt');
  }

  /** Lines of the plan in view; the list draws only those. */
  get entries() {
    return this.page.getByRole('listbox', { name: '文件和表' }).getByRole('option');
  }

  /** Archives and mails that files came in, as lines above them. */
  get containers() {
    return this.page.getByRole('listbox', { name: '文件和表' }).getByTestId('container');
  }

  get question() {
    return this.detail.getByTestId('question');
  }

  get passwordField() {
    return this.detail.getByRole('textbox', { name: '打开密码' });
  }

  get corrections() {
    return this.detail.getByTestId('corrections');
  }

  get returns() {
    return this.page.getByTestId('return-drawer');
  }

  get batches() {
    return this.page
      .getByTestId('batches')
      .getByRole('row')
      .filter({ hasText: /B\d{8}-\d+/ });
  }

  /** Drops files and folders of this machine on the page, as the file manager does: the browser opens the folders itself. */
  async drop(paths: readonly string[]): Promise<void> {
    const zone = this.page.getByRole('region', { name: '拖放文件' });
    await zone.waitFor();
    const box = await zone.boundingBox();
    if (box === null) throw new Error('no drop zone');
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...point, data });
    }
    await session.detach();
  }

  /** Types the moment at which the files reached the office, `2022-04-29 16:00`. */
  async setReceived(moment: string): Promise<void> {
    await typeDay(this.page.getByRole('textbox', { name: '收到时间' }), moment);
  }

  /** Waits for the plan of all that was dropped. */
  async planned(): Promise<void> {
    await this.counts.waitFor();
    await this.settled();
  }

  /** Waits until nothing is under way. The page says so at once; its progress bar comes only after half a second. */
  async settled(): Promise<void> {
    await expect(this.page.getByTestId('imports')).toHaveAttribute('aria-busy', 'false');
  }

  async showOnly(status: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '按状态筛选' }).getByText(status).click();
  }

  /** Waits for the figures behind the states in the filter above the list; a state that does not occur is not in it. */
  async counted(figures: Readonly<Record<string, number>>): Promise<void> {
    await this.settled();
    const filter = this.page.getByRole('radiogroup', { name: '按状态筛选' });
    for (const [status, figure] of Object.entries(figures)) {
      const label = filter.getByText(new RegExp(`^${status} \\d+$`));
      if (figure === 0) await expect(label).toHaveCount(0);
      else await expect(label).toHaveText(`${status} ${figure}`);
    }
  }

  async find(text: string): Promise<Locator> {
    await this.page.getByRole('textbox', { name: '查找文件、单位、事项' }).fill(text);
    return this.entries.filter({ hasText: text });
  }

  /** 去向 问题 变化 列 略过的行 说明 of the chosen table. */
  async openTab(name: string): Promise<void> {
    await this.detail.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Gives a password and waits for the plan that was made with it. */
  async unlock(password: string): Promise<void> {
    await this.passwordField.fill(password);
    await this.detail.getByRole('button', { name: '打开' }).click();
    await this.settled();
  }

  /** Mends a cell on the spot. */
  async correct(cell: string, value: string, reason: string): Promise<void> {
    await this.openTab('问题');
    await this.detail
      .getByRole('button', { name: `更正 ${cell}` })
      .first()
      .click();
    const editor = this.detail.getByTestId('value-editor');
    await editor.getByRole('textbox', { name: '更正为' }).fill(value);
    await editor.getByRole('combobox', { name: '更正理由' }).fill(reason);
    await editor.getByRole('button', { name: '更正' }).click();
    await this.settled();
  }

  /** Lets the first finding of a rule pass with a reason. */
  async letPass(rule: string, reason: string): Promise<void> {
    await this.openTab('问题');
    await this.detail.getByRole('row').filter({ hasText: rule }).getByRole('button', { name: '放行' }).first().click();
    const editor = this.detail.getByTestId('confirmation-editor');
    await editor.getByRole('combobox', { name: '放行理由' }).fill(reason);
    await editor.getByRole('button', { name: '放行' }).click();
    await this.settled();
  }

  /** From the receipt: writes the returns of the batch. */
  async writeReturns(): Promise<void> {
    await this.page.getByTestId('return-batch').click();
    await this.returns.getByTestId('write-returns').click();
    await expect(this.returns.getByTestId('returned-files')).toBeVisible();
  }

  async commit(): Promise<void> {
    await this.commitButton.click();
    await this.receipt.waitFor();
  }

  async startAgain(): Promise<void> {
    await this.page.getByRole('button', { name: '再导入一批' }).click();
  }

  async openHistory(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '导入、历史或退回' }).getByText('历史批次').click();
  }

  async openReturns(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '导入、历史或退回' }).getByText('退回记录').click();
  }

  async undo(batch: Locator): Promise<void> {
    await batch.getByRole('button', { name: '撤销' }).click();
    await this.page.getByRole('tooltip').getByRole('button', { name: '撤销' }).click();
  }
}
