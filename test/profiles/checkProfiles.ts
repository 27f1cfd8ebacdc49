import type { Profile, ProfileDuty } from '../../electron/core/profile.ts';
import { dutiesOf, KIND_SIGNS, NOTICES, type Notice } from './noticeDuties.ts';
import { NOTICE_TERMS, strayingTerms } from './noticeTerms.ts';

/** What the check tells of one profile: lines to print, and what is against its notice. */
export interface ProfileReport {
  readonly profile: string;
  /** How many duties of its notice it has. */
  readonly duties: number;
  readonly lines: readonly string[];
  /** Each a sentence; none when the profile is as its notice. */
  readonly faults: readonly string[];
}

/** Holds every shipped profile against its notice; one that is not there is a fault, too. Profiles without a notice are only counted. */
export function checkProfiles(profiles: ReadonlyMap<string, Profile>): ProfileReport[] {
  const noticed = NOTICES.map((notice) => reportOf(notice.profile, profiles.get(notice.profile), notice));
  const others = [...profiles].filter(([id]) => !NOTICES.some((notice) => notice.profile === id));
  return [...noticed, ...others.map(([id, profile]) => reportOf(id, profile, null))];
}

function reportOf(id: string, profile: Profile | undefined, notice: Notice | null): ProfileReport {
  if (profile === undefined) return { profile: id, duties: 0, lines: [], faults: ['没有这个县情配置'] };
  const { office, units, groups, duties, indicators } = profile;
  const bare = duties.filter((duty) => unitsOf(duty, profile).length === 0);
  const blank = duties.filter(
    (duty) => duty.kind === 'scheduled' && duty.templates.length === 0 && unitsOf(duty, profile).length > 0,
  );
  const lines = [
    `${office.county}　${office.notice.documentNo}　${office.letterhead}　${office.documentNoPattern}`,
    `单位 ${units.length}`,
    `分组 ${groups.length}：${groups.map((group) => `${group.id} ${group.units.length}${group.open ? '+' : ''}`).join('　')}`,
    `事项 ${duties.length}：${KINDS.map((kind) => `${KIND_SIGNS[kind]} ${count(duties, kind)}`).join('　')}`,
    `没有单位的事项：${listed(bare)}`,
    `没有模板的★事项：${listed(blank)}`,
    `指标 ${indicators.length}：${indicators.map((indicator) => indicator.title).join('、') || '无'}`,
  ];
  if (notice === null) return { profile: id, duties: 0, lines, faults: [] };
  const owed = new Set(dutiesOf(notice).map((duty) => duty.id));
  const held = duties.filter((duty) => owed.has(duty.id)).length;
  return { profile: id, duties: held, lines, faults: faultsOf(profile, notice) };
}

function faultsOf({ duties, groups }: Profile, notice: Notice): string[] {
  const owed = dutiesOf(notice);
  const signs = new Map(duties.map((duty) => [duty.id, KIND_SIGNS[duty.kind]]));
  const missing = owed.filter(({ id }) => !signs.has(id)).map(({ id }) => `缺少事项 ${id}`);
  const turned = owed
    .filter(({ id, sign }) => signs.has(id) && signs.get(id) !== sign)
    .map(({ id, sign }) => `事项 ${id} 应为 ${sign}，现为 ${signs.get(id)}`);
  const strange = duties
    .filter(({ id }) => !owed.some((duty) => duty.id === id))
    .map(({ id }) => `通知里没有事项 ${id}`);
  const straying = duties.flatMap((duty) => {
    const term = NOTICE_TERMS.get(duty.id);
    return term === undefined ? [] : strayingTerms(duty, term);
  });
  const untold = duties
    .filter(({ target, note }) => target === '' || note === '')
    .map(({ id }) => `事项 ${id} 没有写明目标或说明`);
  const sizes = Object.entries(notice.groups).flatMap(([id, size]) => {
    const units = groups.find((group) => group.id === id)?.units;
    if (units === undefined) return [`缺少分组 ${id}`];
    return units.length === size ? [] : [`分组 ${id} 应有 ${size} 个单位，现有 ${units.length} 个`];
  });
  return [...missing, ...turned, ...strange, ...straying, ...untold, ...sizes];
}

const KINDS = ['scheduled', 'event', 'ledger'] as const;

const count = (duties: readonly ProfileDuty[], kind: ProfileDuty['kind']): number =>
  duties.filter((duty) => duty.kind === kind).length;

const listed = (duties: readonly ProfileDuty[]): string =>
  duties.map((duty) => `${duty.id}${KIND_SIGNS[duty.kind]}`).join('　') || '无';

function unitsOf(duty: ProfileDuty, { groups }: Profile): string[] {
  return groups.filter((group) => duty.groups.includes(group.id)).flatMap((group) => group.units);
}
