import type { FrameLocator, Page } from '@playwright/test';

/** 通报: composing, the print page, the files. */
export class CircularPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The print page in its frame. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe[title="版面预览"]');
  }

  async compose(): Promise<void> {
    await this.page.getByTestId('circular-compose').click();
    await this.preview.locator('body').waitFor();
  }

  /** Writes over one text of the circular, by its label: 文号, 标题, 落款 … */
  async rewrite(label: string, text: string): Promise<void> {
    await this.page
      .getByRole('region', { name: '通报正文' })
      .getByRole('textbox', { name: label, exact: true })
      .fill(text);
  }

  async writeOut(button: '导出 Word' | '导出 PDF'): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
  }
}
