import { describe, expect, it } from 'vitest';
import { listedValue } from '../../electron/core/listedValue.ts';
import { GOOD_ROWS } from './goodRows.ts';
import { headerOf, letterOf, sheetOf, tableOf, templateOf } from './sheetOf.ts';

const column = (id: string, field: string) => {
  const found = templateOf(id).columns.find((one) => one.id === field);
  if (!found) throw new Error(field);
  return found;
};

describe('a text written in words of its own', () => {
  it.each([
    ['限制参加政府采购活动', '限制参加政府采购和招标投标'],
    ['限制乘坐飞机', '限制消费'],
    ['办理业务时开通绿色通道', '优先办理、开通绿色通道'],
    ['停水停电', null],
    ['', null],
  ])('%j speaks of the measure %s', (text, value) => {
    expect(listedValue(column('joint-case', 'measure'), text)).toBe(value);
  });

  it.each([
    ['２０２２年“３．１５”主题活动', '3·15国际消费者权益日'],
    ['6月14日信用记录关爱日', '6·14全国信用记录关爱日'],
    ['119消防宣传', '11·9全国消防日'],
    ['诚信进校园', null],
  ])('%j speaks of the campaign %s', (text, value) => {
    expect(listedValue(column('publicity', 'theme'), text)).toBe(value);
  });

  it('speaks of nothing where the column has no list', () => {
    expect(listedValue(column('joint-case', 'title'), '政府采购')).toBeNull();
  });
});

describe('a measure that is on no list', () => {
  const tell = (...measures: string[]) => {
    const rows = measures.map((measure, n) =>
      templateOf('joint-case').columns.map(
        ({ id }) => ({ ...GOOD_ROWS['joint-case'], measure, actedOn: `2022/04/${n + 10}` })[id] ?? null,
      ),
    );
    const sheet = sheetOf([['西峡县市场监督管理局联合奖惩案例（2022年4月）'], headerOf('joint-case'), ...rows]);
    const { remarks, records } = tableOf(sheet);
    return { remarks, findings: records.flatMap((record) => record.findings) };
  };

  it('is told in one remark and makes no record wrong', () => {
    const { remarks, findings } = tell('停水停电', '限制高消费', '不许上学');
    const letter = letterOf('joint-case', 'measure');
    expect(findings).toEqual([]);
    expect(remarks).toEqual([
      {
        code: 'unlisted_value',
        severity: 'verify',
        cell: `${letter}3`,
        message: `“执行措施”不在失信惩戒和守信激励措施清单内：${letter}3“停水停电”、${letter}5“不许上学”。请核对依据；不得超出清单。`,
      },
    ]);
  });

  it('is not there where every measure is listed', () => {
    expect(tell('限制高消费', '优先提供服务').remarks).toEqual([]);
  });

  it('is shortened to ten', () => {
    const { remarks } = tell(...Array.from({ length: 12 }, (_, n) => `停水${n}天`));
    expect(remarks[0]?.message).toContain('等 12 处');
  });
});
