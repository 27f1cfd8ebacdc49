import { expect, type Locator, type Page } from '@playwright/test';

/** Looks a text up in a list that offers what fits, and takes it once it is offered: the offers may come after the field. */
export async function choose(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await optionOf(field.page(), text).click();
}

/** Takes one of the few offers of a list that is not typed into. */
export async function pick(field: Locator, text: string): Promise<void> {
  await field.click();
  await optionOf(field.page(), text).click();
}

/** Types a day (`2022-05-01`) or moment (`2022-05-01 18:00`) and waits until the field has taken it. */
export async function typeDay(field: Locator, text: string): Promise<void> {
  await field.click();
  // What is typed before the calendar is open is not taken by Tab.
  await field.page().locator('.ant-picker-dropdown').filter({ visible: true }).first().waitFor();
  await field.fill(text);
  await field.press(text.includes(':') ? 'Enter' : 'Tab');
  await expect(field).toHaveValue(text);
}

/** The open list draws its offers at the end of the page. */
function optionOf(page: Page, text: string): Locator {
  return page.locator('.ant-select-item-option').filter({ hasText: text, visible: true }).first();
}
