import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_ADDITIONS, type PortableProfile, type Profile } from '../../electron/core/profile.ts';
import { profileFileText, readProfile, readProfileFile } from '../../electron/io/profileFile.ts';
import { loadResources } from '../../electron/io/resources.ts';

const resources = loadResources(path.resolve('resources'));
const templates = new Set(resources.templates.map((template) => template.id));
const portable = (id: string): PortableProfile => {
  const profile = resources.profiles.get(id);
  if (profile === undefined) throw new Error(id);
  return structuredClone({ ...profile, ...NO_ADDITIONS });
};
const zhaoling = () => portable('zhaoling-2018');
const origin = { writtenAt: '2022-04-29T17:00', program: '0.3.0' };

describe('a profile file', () => {
  it.each([...resources.profiles.keys()])('gives %s back as it was', (id) => {
    const profile = portable(id);
    expect(readProfileFile(profileFileText(profile, origin), templates)).toEqual({ kind: 'profile', profile });
  });

  it('is read with the byte order mark an editor may have put before it', () => {
    expect(readProfileFile(`\uFEFF${profileFileText(zhaoling(), origin)}`, templates).kind).toBe('profile');
  });

  it('says which program wrote what this one cannot read', () => {
    const later = profileFileText(zhaoling(), { ...origin, program: '9.1.0' }).replace('"version": 1', '"version": 7');
    expect(readProfileFile(later, templates)).toEqual({ kind: 'newer', why: expect.stringMatching(/9\.1\.0.*7.*1/u) });
  });

  it('of a program with more templates is refused by the place that names one', () => {
    const fewer = new Set([...templates].filter((id) => id !== 'stats-total'));
    expect(readProfileFile(profileFileText(zhaoling(), origin), fewer)).toEqual({
      kind: 'damaged',
      why: 'duties[1].templates[0]：没有这个模板：stats-total',
    });
  });
});

describe('the content of a profile', () => {
  const [firstUnit, secondUnit] = ['zl-bb', 'zl-fy'];
  const ASSIGNED = {
    unit: 'zl-bb',
    duty: '004-04',
    role: 'lead',
    from: null,
    to: null,
    reason: '分工',
    documentNo: '',
    by: '',
    at: '2018-03-05T09:00',
  };
  const cases: readonly [string, (profile: Profile) => object, string][] = [
    [
      'an indicator of an unknown duty',
      (p) => ({ ...p, indicators: p.indicators.map((item) => ({ ...item, duty: '004-99' })) }),
      'indicators[0].duty[0]：没有这个报送事项：004-99',
    ],
    [
      'a group that once held an unknown unit',
      (p) => ({
        ...p,
        groups: p.groups.map((group) => ({
          ...group,
          revisions: [{ from: '2019-01-01', units: ['zl-none'], reason: '' }],
        })),
      }),
      'groups[0].revisions[0].units[0]：没有这个单位：zl-none',
    ],
    [
      'a unit below an unknown one',
      (p) => ({ ...p, units: p.units.map((unit) => ({ ...unit, parent: 'zl-none' })) }),
      'units[0].parent[0]：没有这个单位：zl-none',
    ],
    [
      'two units of one name',
      (p) => ({
        ...p,
        units: p.units.map((unit) => (unit.id === secondUnit ? { ...unit, aliases: ['编办'] } : unit)),
      }),
      'units[1].aliases：名称与其他单位重复：编办',
    ],
    [
      'a revision of an unknown template',
      (p) => ({
        ...p,
        duties: p.duties.map((duty) => ({
          ...duty,
          revisions: [{ from: '2019-01-01', reason: '通知', templates: ['news'] }],
        })),
      }),
      'duties[0].revisions[0].templates[0]：没有这个模板：news',
    ],
    [
      'a rhythm its due rule does not fit',
      (p) => ({
        ...p,
        duties: p.duties.map((duty) =>
          duty.id === '004-02'
            ? { ...duty, revisions: [{ from: '2019-01-01', reason: '通知', cadence: 'weekly' }] }
            : duty,
        ),
      }),
      'duties[1].revisions[0].due：截止规则不适合报送周期',
    ],
    [
      'an assignment of an unknown unit',
      (p) => ({ ...p, assignments: [{ ...ASSIGNED, unit: 'zl-none' }] }),
      'assignments[0]：没有这个单位：zl-none',
    ],
    [
      'an assignment of an unknown duty',
      (p) => ({ ...p, assignments: [ASSIGNED, { ...ASSIGNED, duty: '004-99' }] }),
      'assignments[1]：没有这个报送事项：004-99',
    ],
    [
      'a number allotted for no period of the duty',
      (p) => ({ ...p, allotments: [{ duty: '004-02', unit: 'zl-bb', period: '2018-Q1', count: 1 }] }),
      'allotments[0]：不是这个事项的报送期：2018-Q1',
    ],
    [
      'a county day that is none',
      (p) => ({
        ...p,
        calendar: {
          years: [],
          county: [{ day: '2018-02-30', kind: 'off', name: '', reason: '', by: '', at: '2018-01-01T09:00' }],
        },
      }),
      'calendar.county[0].day：',
    ],
    ['no duties', ({ duties: _duties, ...rest }) => rest, 'duties：'],
  ];
  it.each(cases)('with %s is refused by its place', (_, change, why) => {
    const reading = readProfile(change(zhaoling()), templates);
    expect(reading).toEqual({ kind: 'damaged', why: expect.stringContaining(why) });
  });

  it('may come without what an office adds', () => {
    const { assignments: _a, allotments: _b, calendar: _c, ...bare } = zhaoling();
    expect(readProfile(bare, templates)).toEqual({ kind: 'profile', profile: zhaoling() });
  });

  it('may give the name of a unit that ended to the one that goes on from it', () => {
    const profile = zhaoling();
    const units = profile.units.map((unit) => {
      if (unit.id === firstUnit) return { ...unit, activeTo: '2019-03-31' };
      return unit.id === secondUnit ? { ...unit, aliases: ['编办'] } : unit;
    });
    expect(readProfile({ ...profile, units }, templates).kind).toBe('profile');
  });
});
