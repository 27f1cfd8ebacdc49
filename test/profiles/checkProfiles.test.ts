import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../electron/core/profile.ts';
import { loadResources } from '../../electron/io/resources.ts';
import { checkProfiles } from './checkProfiles.ts';
import { dutiesOf, NOTICES } from './noticeDuties.ts';
import { NOTICE_TERMS } from './noticeTerms.ts';

const { profiles } = loadResources(path.resolve('resources'));
const faultsOf = (changed: ReadonlyMap<string, Profile>, id: string) =>
  checkProfiles(changed).find((report) => report.profile === id)?.faults;
const changed = (id: string, change: (profile: Profile) => Profile) => {
  const profile = profiles.get(id);
  if (profile === undefined) throw new Error(id);
  return new Map([...profiles, [id, change(profile)]]);
};

describe('the check of the profiles', () => {
  it('knows the 95 duties of the notices', () => {
    expect(NOTICES.map((notice) => dutiesOf(notice).length)).toEqual([16, 22, 21, 24, 12]);
    expect([...NOTICE_TERMS.keys()]).toEqual(NOTICES.flatMap(dutiesOf).map(({ id }) => id));
  });

  it('finds every profile as its notice', () => {
    const faulty = checkProfiles(profiles).filter((report) => report.faults.length > 0);
    expect(faulty.map(({ profile, faults }) => ({ profile, faults }))).toEqual([]);
  });

  it.each<[string, string, (profile: Profile) => Profile, string]>([
    [
      'a duty left out',
      'zhaoling-2018',
      (profile) => ({ ...profile, duties: profile.duties.filter((duty) => duty.id !== '004-02') }),
      '缺少事项 004-02',
    ],
    [
      'a duty of another kind',
      'weidong-2021',
      (profile) => ({
        ...profile,
        duties: profile.duties.map((duty) => (duty.id === '003-24' ? { ...duty, kind: 'ledger' } : duty)),
      }),
      '事项 003-24 应为 ★，现为 ○',
    ],
    [
      'a quota left out',
      'jishan-2022',
      (profile) => ({
        ...profile,
        duties: profile.duties.map((duty) => (duty.id === '001-13' ? { ...duty, quota: null } : duty)),
      }),
      '事项 001-13 的配额应为 1份评估结果，现为 -',
    ],
    [
      'another rhythm',
      'zhaoling-2018',
      (profile) => ({
        ...profile,
        duties: profile.duties.map((duty) => (duty.id === '004-07' ? { ...duty, cadence: 'event' } : duty)),
      }),
      '事项 004-07 的周期应为 irregular，现为 event',
    ],
    [
      'a duty of no notice',
      'weidong-2021',
      (profile) => ({
        ...profile,
        duties: profile.duties.map((duty) => ({ ...duty, id: duty.id.replace('-24', '-25') })),
      }),
      '通知里没有事项 003-25',
    ],
    [
      'a list of names with one missing',
      'zhaoling-2018',
      (profile) => ({
        ...profile,
        groups: profile.groups.map((group) =>
          group.id === '004-G1' ? { ...group, units: group.units.slice(1) } : group,
        ),
      }),
      '分组 004-G1 应有 33 个单位，现有 32 个',
    ],
  ])('tells of %s', (_, id, change, fault) => {
    expect(faultsOf(changed(id, change), id)).toContain(fault);
  });

  it.each(NOTICES.flatMap((notice) => dutiesOf(notice).map(({ id }) => [id, notice.profile] as const)))(
    'fails when %s is missing',
    (id, of) => {
      const without = changed(of, (profile) => ({
        ...profile,
        duties: profile.duties.filter((duty) => duty.id !== id),
      }));
      expect(faultsOf(without, of)).toEqual([`缺少事项 ${id}`]);
    },
  );

  it('tells of a profile that is not there', () => {
    const without = new Map([...profiles].filter(([id]) => id !== 'weidong-2021'));
    expect(faultsOf(without, 'weidong-2021')).toEqual(['没有这个县情配置']);
  });
});
