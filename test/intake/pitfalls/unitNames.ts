import { expect } from 'vitest';
import { createUnitMatcher } from '../../../electron/core/unitNames.ts';
import { DESK, tableOf, tableSheet } from '../../core/sheetOf.ts';
import type { Pitfall } from './pitfall.ts';
import { UNIT_CHANGES } from './unitChanges.ts';

const TITLE = '行政处罚信息公示表';
const NEIGHBOURS = ['淅川县', '内乡县', '卧龙区', '西峡县'];

/** Unit and question of a table whose title, sheet name, file name and sender say this, its rows nothing. */
function routed({ title = TITLE, name = 'Sheet1', file = '报表.xlsx', sender = null as string | null }): string {
  const sheet = tableSheet('penalty-legal', [{ CF_CFJG: null }], { title, name });
  const { unit, question } = tableOf(sheet, { file, sender, neighbours: NEIGHBOURS });
  return `${unit?.name ?? '—'} ${question?.code ?? ''}`.trim();
}

const named = (text: string, units = DESK.units): string => {
  const { units: found, foreign } = createUnitMatcher(units, DESK.county, { neighbours: NEIGHBOURS }).mentionsIn(text);
  return [...found.map((mention) => mention.unit.name), ...foreign.map((name) => `! ${name}`)].join(' ');
};

/** Fails unless each text names this. */
const expectNamed = (expected: string, ...texts: readonly string[]): void => {
  for (const text of texts) expect([text, named(text)]).toEqual([text, expected]);
};

const TOWN = {
  id: 'xx-cgz',
  name: '城关镇',
  officialName: '西峡县城关镇人民政府',
  aliases: ['城关镇政府'],
  sends: true,
};

export const UNIT_NAMES: readonly Pitfall[] = [
  {
    number: 175,
    input:
      '市监局, 市场监管局, 市场监督管理局, 县市监局, full name, 市场监督管理局（知识产权局）, with blanks and full-width forms',
    expected: 'one unit',
    check: () => {
      const texts = ['市监局', '市场监管局', '市场监督管理局', '县市监局', '西峡县市场监督管理局', '西峡县市监局'];
      expectNamed('市场监管局', ...texts, '市场监督管理局（知识产权局）', '市场监督管理局(知识产权局)');
      expectNamed('市场监管局', '市 场 监 督 管 理 局', '　西峡县市场监督管理局　', '市场监管局\n（盖章）');
      for (const text of texts) expect(routed({ title: `填报单位：${text}` })).toBe('市场监管局');
    },
  },
  {
    number: 176,
    input: 'old names: 教育局 and 体育局, 农业局, 国税 and 地税, 工商, 质监 and 食药监',
    expected: 'the unit they have become; from which day is asked of the history of units (issue 4)',
    check: () => {
      expectNamed('教体局', '教育局', '体育局', '西峡县教育局', '教育体育局');
      expectNamed('农业农村局', '农业局', '西峡县农业局');
      expectNamed('税务局', '国税局', '地税局', '西峡县国家税务局', '西峡县地方税务局', '国家税务局西峡县税务局');
      expectNamed('市场监管局', '工商局', '质监局', '食药监局', '工商行政管理局', '食品药品监督管理局', '工商质监局');
      expectNamed('卫健委', '卫计委', '卫生局', '计生委');
      expectNamed('自然资源局', '国土局', '国土资源局');
    },
  },
  {
    number: 177,
    input: 'a township and a 街道 of one name; 城关镇 of every county',
    expected: 'told apart by their kind; another county’s is another county’s; the bare name is asked',
    check: () => {
      const street = {
        ...TOWN,
        id: 'xx-cgj',
        name: '城关街道',
        officialName: '西峡县城关街道办事处',
        aliases: ['城关办事处'],
      };
      const units = [...DESK.units, TOWN, street];
      expect(named('西峡县城关镇人民政府', units)).toBe('城关镇');
      expect(named('城关街道办事处', units)).toBe('城关街道');
      expect(named('城关办事处', units)).toBe('城关街道');
      expect(named('城关', units)).toBe('');
      expect(named('淅川县城关镇人民政府', units)).toBe('! 淅川县城关镇人民政府');
      expect(named('内乡城关镇', units)).toBe('! 内乡城关镇');
      const sheet = tableSheet('penalty-legal', [{ CF_CFJG: null }], { title: '城关镇、城关街道行政处罚' });
      expect(tableOf(sheet, { units }).question?.code).toBe('unit_conflict');
    },
  },
  {
    number: 178,
    input: 'county missing; a neighbour’s file, told by its title, sheet name, file name or agency',
    expected: 'without a county: ours; with another: unit_unknown, never imported unasked',
    check: () => {
      expect(routed({ title: '市场监督管理局行政处罚' })).toBe('市场监管局');
      for (const title of [
        '淅川县市场监督管理局行政处罚',
        '内乡县公安局',
        '南阳市卧龙区市场监管局',
        '淅川市场监管局处罚信息',
      ])
        expect([title, routed({ title })]).toEqual([title, '— unit_unknown']);
      expect(routed({ title: '市场监督管理局行政处罚', file: '淅川县双公示.xlsx' })).toBe('— unit_unknown');
      expect(routed({ title: '市场监督管理局行政处罚', file: '4月/内乡4.29.xlsx' })).toBe('— unit_unknown');
      expect(routed({ file: '召陵区市监局.xlsx' })).toBe('— unit_unknown');
      expect(routed({ name: '内乡县' })).toBe('— unit_unknown');
      const agency = tableSheet('penalty-legal', [{ CF_CFJG: '淅川县公安局' }], { title: TITLE });
      expect(tableOf(agency).question?.code).toBe('unit_unknown');
    },
  },
  {
    number: 179,
    input: 'the name in one place only: title, sheet, file, sender; two places that differ',
    expected: 'found there; a difference is asked with the evidence of each',
    check: () => {
      expect(routed({ title: '公安局行政处罚' })).toBe('公安局');
      expect(routed({ name: '公安局' })).toBe('公安局');
      expect(routed({ file: '公安局4.29.xlsx' })).toBe('公安局');
      expect(routed({ sender: '西峡县公安局法制室 <fz@example.cn>' })).toBe('公安局');
      const sheet = tableSheet('penalty-legal', [{ CF_CFJG: null }], { title: TITLE });
      const byAddress = tableOf(sheet, { sender: 'a@example.cn', senderUnit: 'xx-gaj' });
      expect([byAddress.unit?.id, byAddress.question]).toEqual(['xx-gaj', null]);

      const places = { title: '公安局处罚', name: '水利局', file: '林业局.xlsx', sender: '民政局 <m@example.cn>' };
      for (const one of ['name', 'file', 'sender'] as const)
        expect(routed({ title: places.title, [one]: places[one] })).toBe('— unit_conflict');
      const all = tableSheet('penalty-legal', [{ CF_CFJG: null }], places);
      const { question } = tableOf(all, places);
      expect(question?.candidates.map((c) => [c.label, c.evidence])).toEqual([
        ['公安局', 'A1 公安局处罚'],
        ['水利局', '工作表名“水利局”'],
        ['林业局', '文件名“林业局.xlsx”'],
        ['民政局', '发件人“民政局 <m@example.cn>”'],
      ]);
    },
  },
  {
    number: 180,
    input: '公安局交警大队, 生态环境局XX分局, 税务局第一分局, 丹水镇市场监管所; an office a township may keep itself',
    expected: 'the unit they belong to, and told; the doubtful one is asked',
    check: () => {
      for (const [title, unit] of [
        ['西峡县公安局交通警察大队行政处罚', '公安局'],
        ['公安局交警大队', '公安局'],
        ['南阳市生态环境局西峡分局丹水环保所', '生态环境局'],
        ['税务局第一分局', '税务局'],
        ['丹水镇市场监督管理所', '市场监管局'],
        ['交通运输综合行政执法大队', '交通运输局'],
      ] as const) {
        const table = tableOf(tableSheet('penalty-legal', [{ CF_CFJG: null }], { title }));
        expect([title, table.unit?.name, table.question]).toEqual([title, unit, null]);
        const told = table.remarks.find((remark) => remark.code === 'rolled_up');
        expect(told?.message).toContain(`已归入${unit}`);
      }
      expect(routed({ title: '丹水镇财政所' })).toBe('— unit_conflict');
      expect(routed({ title: '淅川县城关镇市场监管所' })).toBe('— unit_unknown');
    },
  },
  ...UNIT_CHANGES,
];
