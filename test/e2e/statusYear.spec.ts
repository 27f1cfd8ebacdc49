import { expect, test } from './fixtures.ts';

test('a unit and a duty lead from the grid to their years, by pointer and by keyboard, and back to a month', async ({
  desk,
}) => {
  const { page, wizard, frame, status } = desk;
  await wizard.create();
  await frame.answered();
  await page.keyboard.press('Alt+3');
  await status.grid.waitFor();

  const months = (line: string) => page.getByTestId('year-matrix').getByTestId(`year-line-${line}`);
  await status.grid.getByRole('link', { name: '公安局', exact: true }).click();
  await expect(page.getByTestId('year-counts')).toContainText('公安局');
  await expect(months('000-02').getByRole('button')).toHaveCount(52);

  await months('000-02').getByRole('link').click();
  await expect(page.getByTestId('year-counts')).toContainText('十类公共信用信息归集报送');
  await expect(page.getByTestId('year-choice')).toContainText('000-02');
  await months('xx-gaj').getByRole('button').first().click();
  await expect(status.drawer).toContainText('公安局');
  await status.closeDrawer();

  await page.getByTestId('year-matrix').getByRole('link', { name: '3月', exact: true }).click();
  await expect(page.getByTestId('status-duty-000-02')).toBeVisible();
  await expect(status.grid.locator('thead').getByRole('link')).toHaveCount(1);

  await status.cells('missing').first().click();
  await status.closeDrawer();
  // The drawer gives the keyboard back once it has gone.
  await expect(status.cells('missing').first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('year-subject')).toBeVisible();
  await expect(page.getByTestId('year-counts')).toContainText('发改委');
});
