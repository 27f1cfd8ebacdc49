import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { INBOX_SOURCES, RECEIVED } from './sampleInbox.ts';

/** In the order of the menu; the first ten have keys. */
const SCREENS = [
  ...['工作台', '导入', '报送台账', '数据', '催报', '汇总上报', '通报'],
  ...['案例', '指标', '年度考核', '日历', '事项', '单位', '记忆与设置', '关于'],
];

test('every screen opens by its key or from the menu, empty and filled, without a scroll bar across at 1366 × 768', async ({
  desk,
}) => {
  const { page, wizard, frame } = desk;
  await wizard.create();
  await frame.answered();
  await openAll('empty');
  await ask(page, 'imports.commit', { sources: INBOX_SOURCES, received: RECEIVED.replace(' ', 'T') });
  await openAll('filled');

  async function openAll(state: string): Promise<void> {
    for (const [index, screen] of SCREENS.entries()) {
      await test.step(`${screen}, ${state}`, async () => {
        if (index < 10) await page.keyboard.press(`Alt+${(index + 1) % 10}`);
        else await page.getByRole('navigation', { name: '主导航' }).getByText(screen, { exact: true }).click();
        const main = page.getByRole('main', { name: screen });
        await expect(main.getByRole('heading').or(main.getByText(screen)).first()).toBeVisible();
        await frame.answered();
        await expect(main.getByText('程序内部错误')).toHaveCount(0);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(tooWide).toBeLessThanOrEqual(0);
      });
    }
  }
});

test('F1 opens the manual’s page of each screen and closes it', async ({ desk }) => {
  const { page, wizard, frame } = desk;
  await wizard.create();
  for (const screen of SCREENS.slice(0, -1)) {
    await test.step(screen, async () => {
      await frame.open(screen);
      await page.keyboard.press('F1');
      await expect(frame.manual.getByRole('heading', { level: 2 })).toHaveText(screen);
      await page.keyboard.press('F1');
      await expect(frame.manual).toBeHidden();
    });
  }
});
