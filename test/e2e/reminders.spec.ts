import { expect, test } from './fixtures.ts';

// One unit owes the same thing for three months; with these settings the newest is late, the older two are so for too long.
const UNIT = '发改委';
const DUTY = '信用报告查询应用案例';

test('a unit is chased until its level rises, then gets a letter that the register knows', async ({ desk }) => {
  const { page, wizard, frame, reminders } = desk;
  await wizard.create();
  // A letter with a number has somebody who put a name to it.
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
  await frame.open('催报');
  await expect(reminders.lines.first()).toBeVisible();

  await test.step('the levels are told in sentences, and the example follows', async () => {
    await reminders.openTab('用语与级别');
    await reminders.setLevel('转红色的逾期天数', 30);
    await reminders.setLevel('以前迟报的次数', 0);
    await reminders.setLevel('转红色的催报次数', 2);
    await expect(page.getByTestId('level-example')).toContainText('5月30日还没报（逾期31天），或者催过2次还没报');
    await page.getByTestId('save-levels').click();
    await expect(page.getByTestId('save-levels')).toBeDisabled();
  });

  await reminders.openTab('催报清单');
  await reminders.narrow(UNIT, DUTY);
  await expect(reminders.lines).toHaveCount(3);
  const late = page.locator('[data-testid="owed"][data-level="yellow"]');
  await expect(late).toHaveCount(1);
  const line = reminders.line((await late.getAttribute('data-key')) ?? '');

  await test.step('chased once, with the keyboard: the line says so and stays yellow', async () => {
    await reminders.beginChase(line);
    await reminders.chaseForm.getByRole('combobox', { name: '联系了谁' }).fill('李某');
    await reminders.chaseForm.getByRole('button', { name: '答应尽快报送' }).click();
    await page.mouse.click(5, 400);
    await expect(reminders.chaseForm.getByRole('textbox', { name: '对方答复' })).toHaveValue('答应尽快报送');
    await reminders.chaseForm.getByRole('button', { name: '明天' }).click();
    await reminders.saveChase();
    await expect(line).toContainText('已催1次');
    await expect(line).toContainText('04-30');
    await expect(line).toHaveAttribute('data-level', 'yellow');
  });

  await test.step('chased again: the level rises and says why', async () => {
    await reminders.beginChase(line);
    await reminders.saveChase();
    await expect(line).toContainText('已催2次');
    await expect(line).toHaveAttribute('data-level', 'red');
  });

  await test.step('the log of the line has both, and one withdrawn lowers the level again', async () => {
    await line.getByTestId('chased').click();
    await expect(reminders.log).toHaveCount(2);
    await expect(reminders.log.last()).toContainText('答应尽快报送');
    await reminders.log.first().getByRole('button', { name: '撤回' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '撤回' }).click();
    await expect(reminders.log).toHaveCount(1);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await expect(line).toHaveAttribute('data-level', 'yellow');
  });

  await test.step('its text is rewritten before it is copied, and stays so in this session', async () => {
    await expect(reminders.unitText).toHaveValue(new RegExp(`^${UNIT}：[^]*${DUTY}`, 'u'));
    await reminders.unitText.fill('请今天报来。');
    await page.getByRole('button', { name: '复制本单位文字' }).click();
    await expect(page.getByText('已复制')).toBeVisible();
    await frame.open('报送台账');
    await frame.open('催报');
    await expect(reminders.unitText).toHaveValue('请今天报来。');
    await page.getByTestId('restore-text').click();
    await expect(reminders.unitText).toHaveValue(new RegExp(DUTY, 'u'));
  });

  await test.step('a letter says what the register will say, and the register has it', async () => {
    await page.getByTestId('reminders-letters').click();
    await expect(page.getByTestId('papers-for')).toContainText(UNIT);
    await page.getByRole('radio', { name: '编发文字号' }).check();
    await expect(page.getByTestId('letters-register')).toContainText('将登记催报函 1 件');
    await page.getByTestId('write-letters').click();
    const registered = page.getByTestId('letters-registered');
    const number = await registered.getByRole('listitem').getByRole('link').innerText();
    expect(number).toMatch(/〔2022〕\d+号/u);
    const letter = await desk.save(() => page.getByTestId('written-files').getByRole('button', { name: UNIT }).click());
    expect(letter.name).toBe(`催报函-${UNIT}-2022-04-29.docx`);
    await registered.getByRole('link', { name: '到文稿登记簿查看' }).click();
    const register = page.getByRole('main', { name: '通报' });
    await expect(register).toContainText(number);
    await expect(register).toContainText('关于催报信用信息的函');
  });

  await test.step('and counts as a chase, found in the log', async () => {
    await frame.open('催报');
    await expect(line).toContainText('已催2次');
    await reminders.openTab('催报记录');
    await expect(reminders.log.filter({ hasText: '催报函' })).toContainText('3 项');
  });

  await test.step('the first page says how often it was chased, and which units were not', async () => {
    await frame.open('工作台');
    const late = page.getByTestId('late-units');
    await expect(late.getByRole('listitem').filter({ hasText: UNIT })).toContainText('已催 2 次');
    await expect(late.getByRole('listitem').filter({ hasText: '未催' }).first()).toBeVisible();
  });
});

test('the office’s own words are in the text of every unit until the shipped ones are taken again', async ({
  desk,
}) => {
  const { page, wizard, frame, reminders } = desk;
  await wizard.create();
  await frame.open('催报');
  await reminders.openTab('用语与级别');
  const field = page.getByTestId('wording-unit').getByRole('textbox');
  await field.fill('{unit}同志们：{单位}');
  await expect(page.getByTestId('wording-unit').getByRole('alert')).toContainText('{单位}');
  await expect(page.getByTestId('save-wording')).toBeDisabled();
  await field.fill('');
  await page.getByTestId('wording-unit').getByRole('button', { name: '{unit}' }).click();
  await field.pressSequentially('同志们，还欠{count}项：{items}');
  await expect(page.getByTestId('example-unit')).toHaveText(/^丹水镇同志们，还欠2项：./u);
  await frame.open('报送台账');
  await frame.open('催报');
  await reminders.openTab('用语与级别');
  await expect(field).toHaveValue('{unit}同志们，还欠{count}项：{items}');
  await page.getByTestId('save-wording').click();
  await expect(page.getByText('正在用本办改过的用语')).toBeVisible();

  await reminders.openTab('催报清单');
  await expect(reminders.unitText).toHaveValue(/同志们，还欠\d+项：./u);

  await reminders.openTab('用语与级别');
  await page.getByTestId('reset-wording').click();
  await page.getByRole('tooltip').getByRole('button', { name: '恢复自带用语' }).click();
  await expect(page.getByText('正在用程序自带的用语')).toBeVisible();
  await reminders.openTab('催报清单');
  await expect(reminders.unitText).toHaveValue(/您好！/u);
});

test('letters being written are seen through: the dialog stays until the register has them', async ({ desk }) => {
  test.skip(process.env.CREDIT_DESK_E2E_ELECTRON !== undefined, 'only a browser’s requests can be held up');
  const { page, wizard, frame, reminders } = desk;
  await wizard.create();
  await frame.open('催报');
  await reminders.narrow(UNIT, DUTY);
  await page.getByTestId('reminders-letters').click();
  const dialog = page.getByRole('dialog', { name: '写催报函' });
  const held = Promise.withResolvers<void>();
  await page.route('**/api/request', async (route) => {
    if (route.request().postData()?.includes('"reminders.letters"')) await held.promise;
    await route.continue();
  });
  await page.getByTestId('write-letters').click();
  await expect(page.getByTestId('letters-close')).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 400);
  held.resolve();
  await expect(page.getByText('已登记催报函 1 件')).toBeVisible();
  await expect(page.getByTestId('letters-registered').getByRole('listitem')).toHaveCount(1);
  await page.getByTestId('letters-close').click();
  await expect(dialog).toBeHidden();
});

test('the first arrow goes into the list where that is shown, and is the tab’s own where it is not', async ({
  desk,
}) => {
  const { page, wizard, frame, reminders } = desk;
  await wizard.create();
  await frame.open('催报');
  await expect(reminders.lines.first()).toBeVisible();
  for (const tab of ['催报记录', '用语与级别'] as const) {
    await reminders.openTab(tab);
    await expect(reminders.lines.first()).toBeHidden();
    expect(await isTaken()).toBe(false);
  }
  await reminders.openTab('催报清单');
  await expect(reminders.lines.first()).toBeVisible();
  expect(await isTaken()).toBe(true);
  await expect(reminders.list.locator(':focus')).toHaveCount(1);

  /** Whether the page keeps the key from the browser, which would scroll by it. */
  function isTaken(): Promise<boolean> {
    return page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return !document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
      );
    });
  }
});
