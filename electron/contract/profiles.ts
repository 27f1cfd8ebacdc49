import type { Shift } from './duties.ts';
import type { Day } from './time.ts';

export interface ProfileSummary {
  readonly id: string;
  readonly office: string;
  readonly county: string;
  /** Number of the notice the profile is made from, `西信用办〔2022〕5号`. */
  readonly documentNo: string;
  readonly units: number;
  readonly duties: number;
}

/** What an office may set for itself (the profile gives the defaults). */
export interface OfficeSettings {
  /** `HH:MM` and 1 = Monday. */
  readonly weeklyDue: { readonly weekday: number; readonly time: string };
  readonly dueTime: string;
  readonly shift: Shift;
  /** Duties are owed from this day. */
  readonly effectiveFrom: Day;
  /** Weight of 上报率, 合规率, 及时率 in the ranking score; a rate without denominator leaves the mean. */
  readonly scoreWeights: { readonly report: number; readonly compliance: number; readonly timeliness: number };
  /** Absent: the defaults. */
  readonly intake?: IntakePolicy;
}

/** How the office treats what the notices leave open. */
export interface IntakePolicy {
  /** Hidden and filtered rows: `read` with a notice each (default), or left out as `note`. */
  readonly hiddenRows: 'read' | 'skip';
  /** Whether a submission sent back counts as 上报 until it comes again: by its first receipt (default), or not at all. */
  readonly returnedCounts: boolean;
}

export const DEFAULT_INTAKE_POLICY: IntakePolicy = { hiddenRows: 'read', returnedCounts: true };

/** The office itself (县情配置 `office.json`): names, letterhead, document numbers, copies. */
export interface Office {
  readonly id: string;
  readonly county: string;
  readonly city: string;
  /** Full name, as signed. */
  readonly office: string;
  readonly shortName: string;
  /** First line of the red head. */
  readonly letterhead: string;
  /** `西信用办〔{year}〕{no}号` */
  readonly documentNoPattern: string;
  readonly notice: { readonly documentNo: string; readonly title: string };
  readonly addressee: string;
  readonly copyTo: readonly string[];
  readonly regionCode: string;
  readonly contact: { readonly place: string; readonly person: string; readonly phone: string; readonly email: string };
  readonly settings: OfficeSettings;
}

export interface InitResult {
  readonly profile: string;
  readonly units: number;
  readonly duties: number;
  readonly templates: number;
}

/** The profile for a county that has none of its own: it is named when it is set up, and its groups are empty until units are added. */
export const BLANK_PROFILE = 'blank';

/** How a county is named: 双江拉祜族佤族布朗族傣族自治县 has fifteen characters. */
export const COUNTY_NAME = /^\p{Script=Han}{1,19}[县市区旗]$/u;

/** What an office calls itself when it begins from the blank profile; what else it needs follows and is changed in its settings. */
export interface OfficeNames {
  readonly county: string;
  readonly city: string;
  /** Full name, as signed. */
  readonly office: string;
  /** 发文机关代字, `西信用办`. */
  readonly documentWord: string;
  /** Six digits. */
  readonly regionCode: string;
}
