import { expect, test } from './fixtures.ts';
import { IndicatorsPage } from './pages/indicatorsPage.ts';

test('an indicator of the office’s own is filled in down its months and says how many are missing', async ({
  desk,
}) => {
  const { page, wizard, frame } = desk;
  await wizard.create();
  await frame.open('指标');
  const indicators = new IndicatorsPage(page);
  await expect(indicators.list).toContainText('十类信息上报率');

  await indicators.add('企业注册率', '20', '已注册企业', '企业总数');
  await expect(indicators.detail.getByRole('heading')).toHaveText('企业注册率');

  await test.step('numbers are typed one below the other', async () => {
    await indicators.cell('3月 分子').fill('163');
    await indicators.cell('3月 分子').press('Enter');
    await expect(indicators.cell('4月 分子')).toBeFocused();
    await indicators.cell('4月 分子').fill('205');
    await indicators.cell('3月 分母').fill('1000');
    await indicators.cell('3月 分母').press('Enter');
    await indicators.cell('4月 分母').fill('1000');
    await indicators.cell('4月 备注').fill('市场监管局提供');
    await indicators.cell('4月 备注').press('Enter');
  });

  await test.step('the gap is said in numbers, and what reaches the target is met', async () => {
    await expect(indicators.period('3月')).toContainText('16.3%');
    await expect(indicators.period('3月')).toContainText('还差 37 家');
    await expect(indicators.period('4月')).toContainText('✓ 达标');
    await expect(indicators.list.getByRole('button', { name: '企业注册率' })).toContainText('20.5%');
  });

  await page.reload();
  await frame.open('指标');
  await indicators.list.getByRole('button', { name: '企业注册率' }).click();
  await expect(indicators.cell('3月 分子')).toHaveValue('163');
  await expect(indicators.cell('4月 备注')).toHaveValue('市场监管局提供');
});
