import type { Page } from '@playwright/test';

/** 锁定报送期, over the history of imports. */
export class LockDrawer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get drawer() {
    return this.page.getByTestId('lock-drawer');
  }

  /** Locks, or unlocks what is locked. */
  get button() {
    return this.drawer.getByTestId('lock');
  }

  /** The locked periods. */
  get lines() {
    return this.drawer.getByRole('row');
  }

  async open(): Promise<void> {
    await this.page.getByTestId('locks').click();
    await this.button.waitFor();
  }

  async act(reason: string): Promise<void> {
    await this.drawer.getByTestId('lock-reason').fill(reason);
    await this.button.click();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.drawer.waitFor({ state: 'hidden' });
  }
}
