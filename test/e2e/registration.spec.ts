import { penalties } from '../app/workbooks.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { Mailbox } from './mailbox.ts';
import { LockDrawer } from './pages/lockDrawer.ts';

const RECEIVED = '2022-04-29T16:00';

test('a zero report needs its statement, and is flagged when data for the same square comes after all', async ({
  desk,
}) => {
  const { page, wizard, frame, status, dataFolder } = desk;
  await wizard.create();
  await frame.open('报送台账');
  const cell = status.cell('xx-scjgj', '000-02', '2022-W17');
  await expect(cell).toHaveAttribute('data-status', 'pending');

  await test.step('without a statement nothing is registered', async () => {
    await cell.click();
    await status.tryZero('');
    await expect(status.drawer).toContainText('零报送须附情况说明');
    await expect(cell).toHaveAttribute('data-status', 'pending');
  });

  await test.step('with it the square is a zero report', async () => {
    await status.registerZero('本周未作出行政处罚决定。');
    await expect(cell).toHaveAttribute('data-status', 'zero');
    await expect(status.drawer.getByTestId('contradicted')).toBeHidden();
  });

  await test.step('data that comes after contradicts it', async () => {
    const file = await new Mailbox(dataFolder).workbook('市监局.xlsx', [penalties([1, 2])]);
    await ask(page, 'imports.commit', { sources: [{ path: file, name: '市监局.xlsx' }], received: RECEIVED });
    await expect(status.drawer.getByTestId('contradicted')).toContainText('零报送与已报数据不一致');
    await expect(cell).toContainText('!');
  });

  await test.step('taking the zero report back settles it', async () => {
    await status.withdraw('本周未作出行政处罚决定。');
    await expect(status.drawer.getByTestId('contradicted')).toBeHidden();
    await expect(cell).toHaveAttribute('data-status', 'reported');
  });
});

test('a locked period keeps its imports until it is unlocked with a reason', async ({ desk }) => {
  const { page, wizard, frame, imports, dataFolder } = desk;
  await wizard.create();
  await expect(frame.office).toBeVisible();
  const file = await new Mailbox(dataFolder).workbook('市监局.xlsx', [penalties([1, 2])]);
  await ask(page, 'imports.commit', { sources: [{ path: file, name: '市监局.xlsx' }], received: RECEIVED });
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
  await frame.open('导入');
  await imports.openHistory();
  const locks = new LockDrawer(page);

  await test.step('locked, with reason and name', async () => {
    await locks.open();
    await expect(locks.button).toBeDisabled();
    await locks.act('4 月通报已印发');
    await expect(locks.lines.filter({ hasText: '2022年4月' })).toContainText('4 月通报已印发');
    await expect(locks.lines.filter({ hasText: '2022年4月' })).toContainText('王芳');
    await expect(locks.button).toHaveText(/解\s?锁/u);
    await locks.close();
  });

  await test.step('its batch cannot be taken back', async () => {
    await imports.undo(imports.batches.first());
    await expect(page.getByRole('main', { name: '导入' }).getByRole('alert')).toContainText('锁定');
    await expect(imports.batches.first()).toContainText('有效');
  });

  await test.step('unlocked, it can', async () => {
    await locks.open();
    await locks.act('更正 4 月数据');
    await expect(locks.drawer).toContainText('没有锁定的报送期');
    await locks.close();
    await imports.undo(imports.batches.first());
    await expect(imports.batches.first()).toContainText(/已于 .+ 撤销/u);
  });
});
