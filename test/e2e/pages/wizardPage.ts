import type { Page } from '@playwright/test';

/** The first run: choosing the county. */
export class WizardPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What a county's profile holds. */
  card(profile: string) {
    return this.page.locator('label').filter({ has: this.page.getByTestId(`profile-${profile}`) });
  }

  /** Makes the desk of a county, by default the sample's. */
  async create(profile = 'xixia-2022'): Promise<void> {
    await this.card(profile).click();
    await this.page.getByTestId('create').click();
    await this.page.getByTestId('office-name').waitFor();
  }

  /** Waits until the counties are offered: the program is ready to be asked. */
  async offered(): Promise<void> {
    await this.card('xixia-2022').waitFor();
  }
}
