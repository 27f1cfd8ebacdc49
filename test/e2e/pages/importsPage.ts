import type { Locator, Page } from '@playwright/test';

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

  get batches() {
    return this.page
      .getByTestId('batches')
      .getByRole('row')
      .filter({ hasText: /B\d{8}-\d+/ });
  }

  /** Drops files and folders of this machine on the page, as the file manager does: the browser opens the folders itself. */
  async drop(paths: readonly string[]): Promise<void> {
    const zone = this.page.getByRole('region', { name: '拖放文件' });
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
    const field = this.page.getByRole('textbox', { name: '收到时间' });
    await field.click();
    await field.fill(moment);
    await field.press('Enter');
  }

  /** Waits for the plan of all that was dropped. */
  async planned(): Promise<void> {
    await this.counts.waitFor();
    await this.settled();
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    await this.page.getByRole('progressbar').waitFor({ state: 'hidden' });
  }

  async showOnly(status: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '按状态筛选' }).getByText(status).click();
  }

  /** The figure behind a state in the filter above the list, 0 when the state does not occur. */
  async count(status: string): Promise<number> {
    const label = this.page.getByRole('radiogroup', { name: '按状态筛选' }).getByText(new RegExp(`^${status} \\d+$`));
    if ((await label.count()) === 0) return 0;
    return Number((await label.innerText()).split(' ').at(-1));
  }

  async find(text: string): Promise<Locator> {
    await this.page.getByRole('textbox', { name: '查找文件、单位、事项' }).fill(text);
    return this.entries.filter({ hasText: text });
  }

  async commit(): Promise<void> {
    await this.commitButton.click();
    await this.receipt.waitFor();
  }

  async startAgain(): Promise<void> {
    await this.page.getByRole('button', { name: '再导入一批' }).click();
  }

  async openHistory(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '导入或历史' }).getByText('历史批次').click();
  }

  async undo(batch: Locator): Promise<void> {
    await batch.getByRole('button', { name: '撤销' }).click();
    await this.page.getByRole('tooltip').getByRole('button', { name: '撤销' }).click();
  }
}
