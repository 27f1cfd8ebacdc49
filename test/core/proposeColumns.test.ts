import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../electron/core/fold.ts';
import { likenessOf, proposeColumns } from '../../electron/core/proposeColumns.ts';
import { good, headerOf, sheetOf, tableOf, templateOf } from './sheetOf.ts';

const best = (header: string, template: string): string | undefined =>
  proposeColumns([{ header }], templateOf(template).columns)[0]?.column.id;

describe('a misspelt header', () => {
  it.each([
    ['统一社会信用代玛', 'penalty-legal', 'CF_XDR_SHXYM'],
    ['行政相对人名城', 'penalty-legal', 'CF_XDR_MC'],
    ['行政相对人明称', 'penalty-legal', 'CF_XDR_MC'],
    ['行政处罚决定文书号', 'penalty-legal', 'CF_WSH'],
    ['许可决定文书好', 'permit-legal', 'XK_WSH'],
    ['处罚决定曰期', 'penalty-legal', 'CF_JDRQ'],
    ['处罚决日期定', 'penalty-legal', 'CF_JDRQ'],
    ['违法实事', 'penalty-legal', 'CF_SY'],
    ['处罚衣据', 'penalty-legal', 'CF_YJ'],
    ['法定代表', 'penalty-legal', 'CF_FRDB'],
    ['承诺作出日其', 'commitment', 'promisedOn'],
  ])('%s of %s is likest %s', (header, template, field) => {
    expect(best(header, template)).toBe(field);
  });

  it.each(['经度', '序号', '所在楼层', '是否上墙'])('%s is like none', (header) => {
    expect(best(header, 'penalty-legal')).toBeUndefined();
  });

  it.each([
    ['处罚依据', '处罚依据', 1],
    ['处罚依据', '处罚衣据', 0.75],
    ['违法事实', '违法实事', 0.75],
    ['', '处罚', 0],
  ])('%s and %s are %f alike', (a, b, likeness) => {
    expect(likenessOf(foldHeader(a), foldHeader(b))).toBe(likeness);
  });
});

describe('proposals', () => {
  const FIELDS = templateOf('penalty-legal').columns.map((c) => c.id);
  const table = (words: Readonly<Record<string, string>>) => {
    const names = headerOf('penalty-legal');
    const header = FIELDS.map((field, i) => words[field] ?? names[i] ?? '');
    const data = FIELDS.map((field) => good('penalty-legal', 1)[field] ?? null);
    return tableOf(sheetOf([['西峡县市场监督管理局2022年第17周'], header, data]));
  };

  it('are asked for a required column, the best first, never applied', () => {
    const { question, columns } = table({ CF_XDR_SHXYM: '统一社会信用代玛' });
    expect([question?.code, columns[2]?.field]).toEqual(['column_missing', null]);
    expect(question?.candidates[0]).toEqual({
      value: 'C',
      label: 'C 列“统一社会信用代玛” 作为“行政相对人代码_1(统一社会信用代码)”',
      evidence: '第 2 行表头，与“统一社会信用代码”相近',
      choice: { columns: { C: 'CF_XDR_SHXYM' } },
    });
    expect(question?.candidates.at(-1)?.choice).toEqual({ acceptMissingColumns: true });
  });

  it('of several required columns come together, and each alone', () => {
    const { question } = table({ CF_XDR_MC: '行政相对人名城', CF_YJ: '处罚衣据' });
    expect(question?.candidates.map((c) => c.choice.columns ?? 'none')).toEqual([
      { A: 'CF_XDR_MC', O: 'CF_YJ' },
      { A: 'CF_XDR_MC' },
      { O: 'CF_YJ' },
      'none',
    ]);
  });

  it('of an optional column are only told', () => {
    const { question, columns, remarks } = table({ CF_GSJZQ: '公示截至期' });
    expect([question, columns.find((c) => c.header === '公示截至期')?.field]).toEqual([null, null]);
    const told = remarks.filter((r) => r.code === 'proposed_column');
    expect(told.map((r) => [r.severity, r.cell])).toEqual([['notice', 'W2']]);
    expect(told[0]?.message).toContain('可能是“公示截止期”');
  });
});
