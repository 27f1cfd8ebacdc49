import { expect, test } from './fixtures.ts';
import { DutiesPage } from './pages/dutiesPage.ts';

test('a due rule changed from a day on shows its year first, and then moves the grid of later months only', async ({
  desk,
}) => {
  const { page, wizard, frame, status } = desk;
  await wizard.create();
  await frame.open('事项');
  const duties = new DutiesPage(page);

  await test.step('the form says what saving would do', async () => {
    await duties.open('000-14');
    await duties.changeRule('次月第几日', '5', '2022-05-01', '西信用办〔2022〕8号');
    await expect(duties.changes).toContainText('→ 改期 8 期');
    await expect(duties.drawer.getByTestId('year-past')).toBeHidden();
  });

  await test.step('saved, it is the rule, and its history says since when', async () => {
    await duties.save();
    await duties.openTab('变更记录');
    const revisions = duties.drawer.getByTestId('duty-revisions');
    await expect(revisions).toContainText('自 2022-05-01 起');
    await expect(revisions).toContainText('次月 5 日 18:00');
    await duties.close();
  });

  await test.step('April is due as before, May by the new rule', async () => {
    await frame.open('报送台账');
    await status.openCell('xx-dsz', '000-14', '2022-04');
    await expect(status.drawer).toContainText('2022-05-05 18:00');
    await status.closeDrawer();
    await frame.nextPeriod();
    await status.openCell('xx-dsz', '000-14', '2022-05');
    await expect(status.drawer).toContainText('2022-06-06 18:00');
  });
});

test('an event runs against its term until it is closed, and an exempt unit owes nothing', async ({ desk }) => {
  const { page, wizard, frame, status } = desk;
  await wizard.create();
  await frame.open('事项');
  const duties = new DutiesPage(page);

  await test.step('an event is recorded and closed with its outcome', async () => {
    await duties.open('000-04');
    await duties.openTab('事件');
    await duties.addEvent('某某公司对行政处罚信息提出异议', '市场监管局', '2022-04-27');
    const line = duties.events.getByRole('row').filter({ hasText: '某某公司' });
    await expect(line).toContainText('待办');
    await duties.closeEvent('某某公司', '2022-04-29', '更正后回复');
    await expect(line).toContainText('✓ 已办结');
    await expect(line).toContainText('2022-04-29　更正后回复');
    await duties.close();
  });

  await test.step('a unit is let off with approver and document number', async () => {
    await duties.open('000-14');
    const approval = { reason: '机构改革', approver: '王主任', documentNo: '西信用办函〔2022〕7号' };
    await duties.exempt('丹水镇', '2022-05-01', approval);
    await expect(duties.drawer).toContainText('机构改革，王主任批准（西信用办函〔2022〕7号）');
    await duties.close();
  });

  await test.step('its squares say so from then on', async () => {
    await frame.open('报送台账');
    await expect(status.cell('xx-dsz', '000-14', '2022-04')).toHaveAttribute('data-status', 'pending');
    await frame.nextPeriod();
    await expect(status.cell('xx-dsz', '000-14', '2022-05')).toHaveAttribute('data-status', 'exempt');
  });
});
