import { expect, test } from './fixtures.ts';
import { DutiesPage } from './pages/dutiesPage.ts';

/** Each notice's number of duties, and one of them as its line in the list says it (domain.md §8). */
const COUNTIES = [
  {
    profile: 'xixia-2022',
    county: '西峡县',
    duties: 16,
    line: ['000-02', '十类公共信用信息归集报送', '每周五18时前', '26 个'],
  },
  {
    profile: 'jishan-2022',
    county: '稷山县',
    duties: 22,
    line: ['001-03', '不合规信息数据反馈纠错', '每周五18时前', '22 个'],
  },
  {
    profile: 'xingshan-2024',
    county: '兴山县',
    duties: 21,
    line: ['002-12', '信用联合奖惩案例', '次月31日18时前', '22 个'],
  },
  {
    profile: 'weidong-2021',
    county: '卫东区',
    duties: 24,
    line: ['003-24', '年度贯彻落实情况报告', '每年12月20日18时前', '9 个'],
  },
  {
    profile: 'zhaoling-2018',
    county: '召陵区',
    duties: 12,
    line: ['004-02', '“双公示”信息月度统计', '次月5日18时前', '33 个'],
  },
] as const;

for (const { profile, county, duties, line } of COUNTIES) {
  test(`the first start makes the desk of ${county} with every duty of its notice`, async ({ desk }) => {
    const { page, wizard, frame } = desk;
    await expect(wizard.card(profile)).toContainText(`${duties} 个报送事项`);
    await wizard.create(profile);
    await expect(frame.office).toContainText(county);
    await frame.open('事项');
    await expect(new DutiesPage(page).lines).toHaveCount(duties);
    for (const text of line) await expect(page.getByTestId(`duty-${line[0]}`)).toContainText(text);
  });
}
