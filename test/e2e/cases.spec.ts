import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { CasesPage } from './pages/casesPage.ts';

test('a case typed in shows its errors below the fields, then counts, is marked as adopted and goes out', async ({
  desk,
}) => {
  const { page, wizard } = desk;
  await wizard.create();
  const cases = new CasesPage(page);
  await cases.open('诚信宣传');
  await expect(page.getByText('没有符合条件的案例')).toBeVisible();

  await test.step('errors before anything is stored', async () => {
    await cases.addButton.click();
    await cases.choose('报送单位', '丹水镇');
    await cases.field('标题').fill('丹水镇诚信故事会');
    await cases.saveButton.click();
    await expect(cases.form.getByText('“刊发日期”是必填项')).toBeVisible();
    expect(await ask(page, 'cases.list', { template: 'publicity' })).toMatchObject({ total: 0 });
  });

  await test.step('saved once it is right', async () => {
    await cases.field('刊发日期').fill('2022-04-18');
    await cases.field('刊发日期').press('Enter');
    await cases.saveButton.click();
    await expect(cases.rows).toHaveCount(1);
    await expect(cases.rows.first()).toContainText('丹水镇诚信故事会');
  });

  await test.step('adopted, with a reason', async () => {
    await cases.adoption.click();
    await page.getByRole('button', { name: '记为已采用' }).click();
    await expect(cases.adoption).toContainText('已采用');
  });

  await test.step('counted, and found from its square', async () => {
    await cases.show('逐月件数');
    await page.getByRole('button', { name: '丹水镇 4月：1 件' }).click();
    await expect(cases.rows).toHaveCount(1);
  });

  const { name } = await desk.save(() => cases.writeButton.click());
  expect(name).toContain('诚信宣传教育报道台账');
});
