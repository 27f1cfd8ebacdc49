import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** 通报与文稿: the register, and one paper in the composer with its print page. */
export class CircularPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The print page in its frame. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe[title="版面预览"]');
  }

  /** What the preview draws on each of its pages, as paper has it. */
  get pageNumbers(): Locator {
    return this.preview.locator('.page-number');
  }

  get editor(): Locator {
    return this.page.getByRole('region', { name: '通报正文' });
  }

  get state(): Locator {
    return this.page.getByRole('main', { name: '通报' }).getByTestId('paper-state');
  }

  /** Lines of the register. */
  get papers(): Locator {
    return this.page
      .getByTestId('papers')
      .getByRole('row')
      .filter({ has: this.page.getByTestId('paper-state') });
  }

  get corrections(): Locator {
    return this.page.getByTestId('corrections');
  }

  get figure(): Locator {
    return this.page.getByTestId('figure-drawer');
  }

  get panel(): Locator {
    return this.page.getByTestId('paper-panel');
  }

  /** Begins a circular about the period on screen, as the data stand now. */
  async compose(): Promise<void> {
    await this.page.getByTestId('new-paper').click();
    await this.page.getByTestId('create-paper').click();
    await this.editor.waitFor();
    await this.preview.locator('h1').waitFor();
  }

  /** Opens a paper from the register. */
  async open(title: string): Promise<void> {
    await this.papers.getByRole('link', { name: title }).first().click();
    await this.editor.waitFor();
  }

  async backToRegister(): Promise<void> {
    await this.page.getByRole('button', { name: '返回登记簿' }).click();
    await this.papers.first().waitFor();
  }

  /** A text of the paper by its label: 标题, 落款, 段落 1.2 … */
  text(label: string): Locator {
    return this.editor.getByRole('textbox', { name: label, exact: true });
  }

  /** The block of a text, with its mark and its tools. */
  blockOf(label: string): Locator {
    return this.editor
      .locator('[data-block]')
      .filter({ has: this.page.getByRole('textbox', { name: label, exact: true }) });
  }

  /** Writes over one text of the paper and waits until it is stored. */
  async rewrite(label: string, text: string): Promise<void> {
    await this.text(label).fill(text);
    await this.stored();
  }

  /** Waits until what was typed is stored. */
  async stored(): Promise<void> {
    await expect(this.page.getByTestId('save-state')).toHaveText('已保存');
  }

  /** Uses a tool of the block with this text: 上移, 删去 … */
  async use(label: string, tool: string): Promise<void> {
    await this.text(label).focus();
    await this.blockOf(label).getByRole('toolbar').getByRole('button', { name: tool }).click();
  }

  async check(): Promise<void> {
    await this.page.getByTestId('paper-check').click();
    await this.answer('审核');
    await expect(this.state).toHaveAttribute('data-state', 'checked');
  }

  async sendBack(reason: string): Promise<void> {
    await this.page.getByTestId('paper-reopen').click();
    await this.page.getByTestId('reason-text').fill(reason);
    await this.answer('退回修改');
    await expect(this.state).toHaveAttribute('data-state', 'draft');
  }

  async void(reason: string): Promise<void> {
    await this.page.getByTestId('paper-void').click();
    await this.page.getByTestId('reason-text').fill(reason);
    await this.answer('作废');
    await expect(this.state).toHaveAttribute('data-state', 'void');
  }

  /** Issues the paper with the next number. */
  async issue(): Promise<void> {
    await this.page.getByTestId('paper-issue').click();
    await this.page.getByTestId('issue-next').waitFor();
    await this.page.getByTestId('issue-confirm').click();
    await expect(this.state).toHaveAttribute('data-state', 'issued');
  }

  async writeOut(button: '导出 Word' | '导出 PDF'): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
  }

  async openTab(tab: '文稿登记簿' | '发文字号' | '本办 Word 模板'): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click();
  }

  private async answer(button: string): Promise<void> {
    // Words of two characters are set apart on buttons.
    const name = new RegExp(`^${[...button].join('\\s?')}$`, 'u');
    await this.page.getByTestId('reason-dialog').getByRole('button', { name }).click();
  }
}
