import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { RULES } from '../../electron/contract/findings.ts';
import { BLANK_PROFILE } from '../../electron/contract/profiles.ts';
import { resolveDuty } from '../../electron/core/directory.ts';
import { Refusal } from '../../electron/core/refusal.ts';
import { loadResources } from '../../electron/io/resources.ts';

const SHIPPED = path.resolve('resources');
const resources = loadResources(SHIPPED);
const template = (id: string) => {
  const found = resources.templates.find((item) => item.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const xixia = () => {
  const profile = resources.profiles.get('xixia-2022');
  if (profile === undefined) throw new Error('xixia-2022');
  return profile;
};

describe('shipped templates', () => {
  it.each([
    ['permit-legal', 26],
    ['permit-person', 19],
    ['penalty-legal', 28],
    ['penalty-person', 21],
    ['commitment', 20],
    ['joint-case', 18],
    ['report-use', 15],
    ['publicity', 10],
    ['coercion', 25],
    ['confirmation', 22],
    ['collection', 24],
    ['payment', 24],
    ['adjudication', 22],
    ['compensation', 23],
    ['award', 22],
    ['inspection', 24],
    ['enrolment', 13],
    ['survey', 11],
    ['evaluation', 13],
    ['defaulter', 23],
    ['red-black', 14],
    ['uscc-register', 11],
    ['contact-list', 11],
    ['statement', 8],
  ])('%s has the %i columns of its standard', (id, columns) => {
    expect(template(id).columns).toHaveLength(columns);
  });

  it('keeps persons and companies apart', () => {
    const ids = (id: string) => template(id).columns.map((column) => column.id);
    expect(ids('permit-legal')).not.toContain('XK_XDR_ZJHM');
    expect(ids('permit-person')).not.toContain('XK_XDR_SHXYM');
    expect(ids('penalty-person')).not.toContain('CF_FRDB');
  });

  it('has the commitment and publicity fields of the agreed order', () => {
    expect(
      template('commitment')
        .columns.map((column) => column.id)
        .join(' '),
    ).toBe(
      'promiseNo promisor promisorKind promisorCode promiseKind matter content liability promisedOn validUntil fulfilment ' +
        'unfulfilled accountability determinedOn determinedBy determinedByCode acceptedBy acceptedByCode publicity note',
    );
    expect(
      template('publicity')
        .columns.map((column) => column.id)
        .join(' '),
    ).toBe('unit title publishedOn theme kind medium level link adopted note');
  });

  it('gives only the twelve acts a clock', () => {
    const clocked = resources.templates.filter((item) => item.decisionDate !== null).map((item) => item.id);
    expect(clocked.toSorted().join(' ')).toBe(
      'adjudication award coercion collection compensation confirmation inspection payment penalty-legal penalty-person ' +
        'permit-legal permit-person',
    );
  });

  it('fills what the short JSON leaves out', () => {
    const note = template('permit-legal').columns.find((column) => column.id === 'BZ');
    expect(note).toMatchObject({ required: false, requiredWhen: [], mustBeEmptyWhen: [], codes: null, date: null });
  });
});

describe('profile xixia-2022', () => {
  it('has the groups of the notice in their order', () => {
    const sizes = Object.fromEntries(xixia().groups.map((group) => [group.id, group.units.length]));
    expect(sizes).toEqual({
      '000-G0': 50,
      '000-G1': 26,
      '000-G2': 0,
      '000-G3': 27,
      '000-G4': 25,
      '000-G5': 26,
      '000-G6': 19,
      '000-G7': 2,
      '000-G8': 50,
      '000-G9': 1,
    });
    expect(xixia().groups.find((group) => group.id === '000-G7')?.units).toEqual(['xx-fgw', 'xx-fy']);
  });

  it('has all sixteen duties', () => {
    const ids = Array.from({ length: 16 }, (_, n) => `000-${String(n + 1).padStart(2, '0')}`);
    expect(xixia().duties.map((duty) => duty.id)).toEqual(ids);
  });

  it('gives each scheduled duty of the notice a due rule, its own or the office setting, and no other', () => {
    const { duties, groups, office } = xixia();
    const own = duties.filter((duty) => duty.due !== null).map((duty) => duty.id.slice(4));
    expect(own).toEqual(['05', '06']);
    const due = duties.map((duty) => resolveDuty(duty, groups, office.settings)).filter((duty) => duty.due !== null);
    expect(due.map((duty) => duty.id.slice(4))).toEqual(['02', '05', '06', '07', '09', '10', '12', '13', '14']);
    expect(due.every((duty) => duty.kind === 'scheduled')).toBe(true);
  });

  it('knows both names of the environment and the transport bureau', () => {
    const owner = (name: string) => xixia().units.find((unit) => [unit.name, ...unit.aliases].includes(name))?.id;
    expect(owner('环保局')).toBe(owner('生态环境局'));
    expect(owner('交通局')).toBe(owner('交通运输局'));
    expect(owner('市监局')).toBe('xx-scjgj');
  });

  it('orders its units without a gap', () => {
    expect(xixia().units.map((unit) => unit.order)).toEqual(xixia().units.map((_, index) => index + 1));
  });
});

it("knows the counties of every office's city, its own among them", () => {
  const named = [...resources.profiles.values()].filter(({ office }) => office.id !== BLANK_PROFILE);
  for (const { office } of named) expect(resources.counties[office.city]).toContain(office.county);
});

it('has a severity for every rule', () => {
  expect(Object.keys(resources.severities).toSorted()).toEqual([...RULES].toSorted());
});

describe('a broken resource', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const refusalAfter = (file: string, edit: (text: string) => string): string => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'resources 测试 '));
    folders.push(folder);
    cpSync(SHIPPED, folder, { recursive: true });
    const target = path.join(folder, file);
    const before = readFileSync(target, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error('the edit changed nothing');
    writeFileSync(target, after);
    try {
      loadResources(folder);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'resource_invalid') return error.subject;
      throw error;
    }
    return 'loaded';
  };

  const cases: readonly [string, string, string, string, string][] = [
    ['an unknown type', 'templates/penalty-legal.json', '"type": "uscc"', '"type": "ucss"', 'columns[2].type: '],
    ['an unknown key', 'templates/publicity.json', '"length": 200', '"lenght": 200', 'columns[0]: 出现未知的键'],
    [
      'a file named otherwise',
      'templates/publicity.json',
      '"id": "publicity"',
      '"id": "news"',
      'id: 与文件名不符：news',
    ],
    [
      'a condition on an unknown field',
      'templates/commitment.json',
      '"field": "fulfilment"',
      '"field": "fulfilled"',
      'columns[11].requiredWhen[0].field: 没有这个字段：fulfilled',
    ],
    [
      'a key of an unknown field',
      'templates/commitment.json',
      '[["promiseNo"]]',
      '[["no"]]',
      'key[0][0]: 没有这个字段',
    ],
    ['a header claimed twice', 'templates/publicity.json', '"稿件标题"', '"链接"', ': 表头与其他列重复：链接'],
    [
      'a synonym of nothing',
      'templates/publicity.json',
      '"县": "县级"',
      '"县": "本县"',
      'columns[6].codes.synonyms.县: 代码表里没有：本县',
    ],
    ['JSON that does not parse', 'templates/publicity.json', '"columns": [', '"columns": ', ': 不是合法的 JSON'],
    ['a rule without severity', 'rules/severity.json', '"required": "error",', '', 'required: '],
    [
      'a duty of an unknown group',
      'profiles/xixia-2022/duties.json',
      '"groups": ["000-G2"]',
      '"groups": ["000-G99"]',
      '[4].groups[0]: 没有这个单位分组：000-G99',
    ],
    [
      'a duty with an unknown template',
      'profiles/xixia-2022/duties.json',
      '["publicity"]',
      '["news"]',
      '[13].templates[0]: 没有这个模板：news',
    ],
    [
      'a group of an unknown unit',
      'profiles/xixia-2022/groups.json',
      '["xx-fgw", "xx-fy"]',
      '["xx-fgw", "xx-yf"]',
      '[7].units[1]: 没有这个单位：xx-yf',
    ],
    [
      'an alias of two units',
      'profiles/xixia-2022/units.json',
      '"发改局"',
      '"教育局"',
      '].aliases: 名称与其他单位重复：教育局',
    ],
    [
      'an impossible hour',
      'profiles/xixia-2022/office.json',
      '"time": "18:00"',
      '"time": "25:00"',
      'settings.weeklyDue.time: ',
    ],
  ];
  it.each(cases)('with %s is refused by file and path', (_, file, from, to, expected) => {
    const subject = refusalAfter(file, (text) => text.replace(from, to));
    expect(subject.startsWith(file)).toBe(true);
    expect(subject).toContain(expected);
  });
});
