import type { DutyYear } from '../../../electron/contract/duties.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import { kindOfPeriod, periodShort } from '../../parts/periods.ts';
import { YEAR_WORDS as W } from '../../words/dutyParts.ts';
import { type ChangeKind, changeCounts, changedBefore, type YearEntry, yearMonths } from './yearPicture.ts';
import './yearPicture.css';

interface YearPictureProps {
  readonly picture: DutyYear;
  /** Whether a change is being looked at, so that "nothing changes" is said. */
  readonly drafted: boolean;
  readonly now: Moment;
  /** Whether it has a schedule: ★, or a due rule of its own. Of others nothing falls due. */
  readonly scheduled: boolean;
}

/** A duty's year: what falls due in each month, what rest days move, and what a change would do before it is saved. */
export function YearPicture({ picture, drafted, now, scheduled }: YearPictureProps) {
  const months = yearMonths(picture);
  const moved = picture.periods.filter((one) => one.plain !== one.due.slice(0, 10)).length;
  const units = [...new Set(picture.periods.map((one) => one.units))];
  return (
    <div data-testid="year-picture">
      <div className="row year-summary">
        <span>
          {picture.year} 年共 <b>{picture.periods.length}</b> 期
        </span>
        {moved > 0 && (
          <span>
            其中 <b>{moved}</b> 期遇休息日移动
          </span>
        )}
        {units.length === 1 && units[0] !== 0 && (
          <span>
            应报 <b>{units[0]}</b> 个单位
          </span>
        )}
        {units.length === 1 && units[0] === 0 && <span className="duty-missing">! {W.nobody}</span>}
      </div>
      {drafted && <ChangeSummary picture={picture} now={now} />}
      {picture.periods.length === 0 && picture.changes.length === 0 ? (
        <div className="year-nothing">
          <b>{W.nothing}</b>
          <div className="muted">{scheduled ? W.nothingHint : W.unscheduledHint}</div>
        </div>
      ) : (
        <div className="year-months">
          {months.map(({ key, month, year, entries }) => (
            <section key={key} className={entries.length === 0 ? 'year-month empty' : 'year-month'}>
              <h4>
                {year === null ? '' : `${year}年`}
                {month}月
              </h4>
              {entries.map((entry) => (
                <Entry key={entry.period} entry={entry} showUnits={units.length > 1 || entry.change === 'units'} />
              ))}
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

/** Sign and word of a change: colour is never the only difference. */
const CHANGES: Readonly<Record<Exclude<ChangeKind, 'same'>, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '＋', word: '新增' },
  removed: { sign: '－', word: '取消' },
  moved: { sign: '→', word: '改期' },
  units: { sign: '±', word: '单位有变' },
  amount: { sign: '≠', word: '要求有变' },
};

function ChangeSummary({ picture, now }: { readonly picture: DutyYear; readonly now: Moment }) {
  const past = changedBefore(picture, now);
  const counts = changeCounts(picture);
  const kinds = (['moved', 'added', 'removed', 'units', 'amount'] as const).filter((kind) => counts[kind] > 0);
  return (
    <div className="row year-changes" data-testid="year-changes" aria-live="polite">
      <b>{W.saveDoes}</b>
      {kinds.length === 0 && <span>{W.noChange}</span>}
      {kinds.map((kind) => (
        <span key={kind} className={`year-mark ${kind}`}>
          {CHANGES[kind].sign} {CHANGES[kind].word} {counts[kind]} 期
        </span>
      ))}
      {past > 0 && (
        <span className="duty-missing" data-testid="year-past">
          ! 其中 {past} 期已过截止时间，过去的统计也会改变；只管以后的，请选“自某日起变更”
        </span>
      )}
    </div>
  );
}

function Entry({ entry, showUnits }: { readonly entry: YearEntry; readonly showUnits: boolean }) {
  const { change, before, due } = entry;
  return (
    <div className={`year-entry ${change}`} title={hintOf(entry)}>
      <div className="year-line">
        <span className="year-period">{periodName(entry.period)}</span>
        {change !== 'same' && (
          <span className={`year-mark ${change}`}>
            {CHANGES[change].sign} {CHANGES[change].word}
          </span>
        )}
      </div>
      <div className="year-line">
        {change === 'moved' && before !== null ? (
          <Moved before={before} after={due} />
        ) : (
          <b>{change === 'removed' ? <s>{shortMoment(due)}</s> : shortMoment(due)}</b>
        )}
      </div>
      {entry.plain !== null && change !== 'removed' && (
        <div className="year-note">
          {shortDay(entry.plain)}休息，{entry.plain < due ? '顺延' : '提前'}
        </div>
      )}
      {entry.title !== '' && <div className="year-note">{entry.title}</div>}
      {showUnits && <div className="year-note">{change === 'units' ? unitsText(entry) : `${entry.units} 个单位`}</div>}
      {quotaLine(entry) !== '' && <div className="year-note">{quotaLine(entry)}</div>}
      {entry.zero !== 'same' && (
        <div className="year-note">{entry.zero === 'allowed' ? W.zeroAllowed : W.zeroRefused}</div>
      )}
    </div>
  );
}

/** `37 → 38 个单位`; of the same number others. */
function unitsText({ units, unitsBefore }: YearEntry): string {
  return units === unitsBefore ? `仍 ${units} 个单位，有更换` : `${unitsBefore} → ${units} 个单位`;
}

/** `每单位至少 1`, where it changes `每单位至少 1 → 2`; `''`: no number, or not the same for all. */
function quotaLine({ change, quota, quotaBefore }: YearEntry): string {
  const isChanged = quota !== quotaBefore && change !== 'added' && change !== 'removed';
  if (isChanged) return `每单位至少 ${quotaBefore ?? '不限'} → ${quota ?? '不限'}`;
  return quota === null ? '' : `每单位至少 ${quota}`;
}

/** `4月份`, `第17周`: a month's name alone would read like the month it falls due in. */
function periodName(period: Period): string {
  const name = periodShort(period);
  return kindOfPeriod(period) === 'month' ? `${name}份` : name;
}

function hintOf({ period, due, units }: YearEntry): string {
  return `${period}　截止 ${due.replace('T', ' ')}　${units} 个单位`;
}

/** From when to when: what stays the same of day and hour is said once, or not at all. */
function Moved({ before, after }: { readonly before: Moment; readonly after: Moment }) {
  const sameDay = before.slice(0, 10) === after.slice(0, 10);
  const text = sameDay ? timeOf : timeOf(before) === timeOf(after) ? shortDay : shortMoment;
  return (
    <span className="year-moved">
      {sameDay && <span>{shortDay(after)}</span>} <s>{text(before)}</s> → <b>{text(after)}</b>
    </span>
  );
}

/** `5月5日 18:00`. */
function shortMoment(moment: Moment): string {
  return `${shortDay(moment)} ${timeOf(moment)}`;
}

function timeOf(moment: Moment): string {
  return moment.slice(11, 16);
}

function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
