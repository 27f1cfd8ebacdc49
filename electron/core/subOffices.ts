/** A unit's name found in folded text, `start` inclusive to `end` exclusive. */
export interface NameMatch<Entry extends OfficeEntry = OfficeEntry> {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

/** What is asked of a name to tell a unit from a part of it. */
export interface OfficeEntry {
  readonly folded: string;
  /** The name without 局 (市场监管), that counts only before 所, 分局, 大队 … */
  readonly isStem: boolean;
  /** The name is that of a part (交警大队 of 公安局). */
  readonly isOffice: boolean;
  readonly isTownship: boolean;
  /** Whose name it is. */
  readonly unit?: { readonly id: string; readonly parent?: string | null };
}

/** A match that stands, with the sub-office (下属单位) it was named through: 公安局交通警察大队. Null: the unit itself. */
export interface Settled<Entry extends OfficeEntry = OfficeEntry> extends NameMatch<Entry> {
  readonly office: string | null;
}

/**
 * Rolls sub-offices up: what follows a bureau's name up to 大队, 分局, 所 belongs to it and names nobody else (公安局丹水镇派出所); a bureau's office behind a
 * township's name is the bureau's (丹水镇市场监管所), unless townships keep such offices themselves (财政所, 林业站): then both stay, to be asked.
 */
export function settleOffices<Entry extends OfficeEntry>(
  folded: string,
  matches: readonly NameMatch<Entry>[],
): Settled<Entry>[] {
  const settled: Settled<Entry>[] = [];
  const inOrder = [...matches].sort((a, b) => a.start - b.start);
  let taken = 0;
  for (const [i, match] of inOrder.entries()) {
    if (match.start < taken) continue;
    const { start, end, entry } = match;
    if (entry.isTownship) {
      const next = inOrder[i + 1];
      const isBehind = next !== undefined && next.start === end && (next.entry.isStem || next.entry.isOffice);
      if (!isBehind || OF_TOWNSHIPS.test(folded.slice(next.start, next.end))) settled.push({ ...match, office: null });
      continue;
    }
    const tail = entry.isStem ? 0 : tailLength(folded.slice(end));
    // An office that is a unit of its own (上级 is set) reports for itself.
    if (inOrder.slice(i + 1).some((next) => next.start < end + tail && isOfficeOf(next.entry, entry))) continue;
    taken = end + tail;
    const isOffice = tail > 0 || entry.isStem || entry.isOffice;
    settled.push({ ...match, office: isOffice ? folded.slice(start, taken) : null });
  }
  return settled;
}

const isOfficeOf = (office: OfficeEntry, bureau: OfficeEntry): boolean =>
  office.unit?.parent != null && office.unit.parent === bureau.unit?.id;

/** Length of the ending that makes an office of a bureau's stem (市场监管 + 综合执法大队), 0 if none follows. */
export function officeEnding(rest: string): number {
  return ENDING.exec(rest)?.[0].length ?? 0;
}

/** Whether a name is that of a part of a bureau, not of a unit of its own. */
export const isOfficeName = (name: string): boolean => /(分局|大队|中队|支队|派出所|所|站|法庭|卫生院)$/u.test(name);

/** Length of what belongs to the bureau named before: 交通警察大队, 丹水镇派出所, 第一税务分局. */
function tailLength(rest: string): number {
  const tail = TAIL.exec(rest)?.[0] ?? '';
  return NO_OFFICE.test(tail) ? 0 : tail.length;
}

/** 所属单位, 所有, 站点 are no offices. */
const END = '(?:分局|支局|稽查局|执法局|执法队|大队|中队|支队|派出所|分所|所|站|法庭)(?![属有在需以报辖示涉点列述])';
const ENDING = new RegExp(`^(?:综合|行政|执法|监察|稽查|监督|监测|管理|检查|工作|服务|技术|推广)*${END}`, 'u');
const TAIL = new RegExp(`^[\\p{Script=Han}\\d]{0,12}?${END}`, 'u');
/** What stands between two names in a title is not the name of an office. */
const NO_OFFICE = /局.*局|[委院办](?!法)|行政(?!执法)|处罚|许可|公示|报送|信息|统计表|年|月|周|信用|承诺|案例/u;
/** Offices that a township keeps itself. */
const OF_TOWNSHIPS = /(财政|民政|人社|社保|保障|劳动|统计|应急|安监|农业|林业|水利|文化|旅游|计生|卫生|教育)|站$|院$/u;
