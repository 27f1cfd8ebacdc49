import { describe, expect, it } from 'vitest';
import { addressOf, tellingName } from '../../electron/core/learnNames.ts';
import { createUnitMatcher } from '../../electron/core/unitNames.ts';
import type { UnitSource } from '../../electron/core/unitSources.ts';
import { DESK } from './sheetOf.ts';

const matcher = createUnitMatcher(DESK.units, DESK.county, { neighbours: ['淅川县'] });
const learned = (...said: (readonly [UnitSource['kind'], string])[]): string | null =>
  tellingName(
    said.map(([kind, text]) => ({ kind, place: '', text, mentions: matcher.mentionsIn(text) })),
    matcher,
    DESK.county,
  );

describe('the name a choice teaches', () => {
  it.each<[UnitSource['kind'], string, string]>([
    ['label', '西峡县油区工作办公室', '油区工作办公室'],
    ['label', '县油区办', '油区办'],
    ['label', '油区办（盖章） 2022年4月29日', '油区办'],
    ['label', '国网西峡县供电公司', '国网西峡县供电公司'],
    ['label', '烟草专卖局', '烟草专卖局'],
    ['label', '西峡县河务处', '河务处'],
    ['title', '西峡县大数据管理局行政处罚信息（法人）', '大数据管理局'],
    ['title', '西峡县行政审批和政务信息管理局2022年第17周', '行政审批和政务信息管理局'],
    ['title', '烟草专卖局信息统计表', '烟草专卖局'],
    ['agency', '西峡县烟草专卖局', '烟草专卖局'],
    ['sheet', '油区办', '油区办'],
    ['file', '附件1-油区办双公示4.25-4.29', '油区办'],
    ['file', '4月第4周 › 老城街道/报表', '老城街道'],
  ])('of a %s %s is %s', (kind, text, name) => {
    expect(learned([kind, text])).toBe(name);
  });

  it.each<[UnitSource['kind'], string]>([
    ['label', '办公室'],
    ['label', '本单位'],
    ['label', '信用股'],
    ['label', '县信用办'],
    ['label', '油区办、烟草局'],
    ['label', '淅川县油区办'],
    ['label', '召陵区烟草专卖局'],
    ['label', '张三'],
    ['title', '西峡县社会信用体系建设领导小组成员单位行政处罚'],
    ['title', '各乡镇办事处行政处罚信息'],
    ['title', '建筑公司行政处罚信息公示表'],
    ['title', '律师事务所行政许可'],
    ['title', '企业所得税行政处罚'],
    ['title', '国务院行政许可事项'],
    ['title', '行政处罚信息公示表'],
    ['title', '报送县发改委行政许可'],
    ['file', '双公示4.25-4.29'],
    ['sheet', 'Sheet1'],
  ])('is none of a %s %s', (kind, text) => {
    expect(learned([kind, text])).toBeNull();
  });

  it('is that of the label before the title’s, the title’s before the file’s', () => {
    const file = ['file', '乙办双公示'] as const;
    expect(learned(file, ['title', '甲一局行政处罚'], ['label', '丙二办公室'])).toBe('丙二办公室');
    expect(learned(['file', '乙三办双公示'], ['title', '甲一局行政处罚'])).toBe('甲一局');
  });
});

it.each([
  ['张三 <ZhangSan@Example.cn>', 'zhangsan@example.cn'],
  ['a.b-c@mail.example.com.cn', 'a.b-c@mail.example.com.cn'],
  ['"x@y" <real@example.cn>', 'real@example.cn'],
  ['张三', null],
])('%s has the address %s', (sender, address) => {
  expect(addressOf(sender)).toBe(address);
});
