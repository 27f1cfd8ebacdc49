import type { DueRule } from '../../electron/contract/duties.ts';
import type { ProfileDuty } from '../../electron/core/profile.ts';

/**
 * What domain.md §8.1–8.5 and the notices say of each of the 95 duties beside its kind: cadence, clause, quota (`1份名单`, 分配: allotted by
 * the office), due rule, the record's own term, the event's term, zero report (零: with its statement), groups, lead and templates. `-`: the
 * notice gives none. Written from the notices, not from the profiles.
 */
const TABLE = `
000-01 once        一（一）     1份负责人员名单 -                    -         -                  -  000-G1         - contact-list
000-02 weekly      一（一）     -              -                    7natural  -                  零 000-G1         - TEN
000-03 event       一（二）     -              -                    -         3months:not-before -  000-G1         - -
000-04 event       一（二）     -              -                    -         -                  -  000-G1         - -
000-05 monthly     二（一）     -              day-of-month:30      -         -                  零 000-G2         - commitment
000-06 monthly     二（二）     -              day-of-month:30      -         -                  零 000-G3         - report-use
000-07 yearly      二（三）     1份评价结果    -                    -         -                  -  000-G4         - evaluation
000-08 irregular   二（三）     -              -                    -         -                  -  000-G4         - red-black
000-09 monthly     二（四）     -              -                    -         -                  零 000-G5         - joint-case
000-10 monthly     三（一）     1家企业        -                    -         -                  -  000-G6         - enrolment
000-11 event       三（一）     -              -                    -         -                  -  000-G6         - -
000-12 quarterly   三（二）     分配份问卷     -                    -         -                  -  000-G6         - survey
000-13 monthly     四           -              -                    -         -                  零 000-G7         - defaulter
000-14 monthly     五           1篇            -                    -         -                  -  000-G8         - publicity
000-15 irregular   六（二）     -              -                    -         -                  -  000-G0         - -
000-16 irregular   六（三）     -              -                    -         -                  -  000-G9         xx-xyb -
001-01 yearly      一、1        12个文件贯彻情况 -                    -         -                  -  001-G1         - -
001-02 monthly     二、2        -              -                    7working  -                  零 001-G2b        js-xyb DOUBLE
001-03 weekly      二、2        -              -                    -         -                  零 001-G2b        js-xyb -
001-04 irregular   二、2        -              -                    -         -                  -  001-G2         - -
001-05 monthly     二、3        -              -                    7working  -                  零 001-G3b        js-xyb coercion,award,confirmation,adjudication,inspection
001-06 monthly     二、3        -              -                    7working  -                  零 001-G3b        js-xyb -
001-07 monthly     二、3        -              -                    -         -                  零 001-G3b        js-xyb -
001-08 yearly      三、4        -              -                    -         -                  -  001-G4         - enrolment
001-09 yearly      三、5        -              -                    -         -                  -  001-G5         - -
001-10 yearly      四、6        -              -                    -         -                  -  001-G6         - -
001-11 event       四、7        -              -                    -         -                  -  001-G3         - joint-case
001-12 monthly     四、8        -              -                    7working  -                  零 001-G7         - commitment
001-13 yearly      四、9        1份评估结果    -                    -         -                  -  001-G8         - evaluation
001-14 yearly      五、10       -              -                    -         -                  -  001-G9         - -
001-15 yearly      五、11       -              -                    -         -                  -  001-G1         - report-use
001-16 yearly      六、12       -              -                    -         -                  -  001-G10        - red-black
001-17 irregular   七、13       -              campaign             -         -                  -  001-G11        - publicity
001-18 event       七、14       -              -                    -         -                  -  001-G12        - -
001-19 event       八、15       -              -                    -         -                  -  001-G13        - -
001-20 irregular   八、16       -              -                    -         -                  -  001-G14        - -
001-21 yearly      八、17       -              -                    -         -                  -  001-G15        - -
001-22 event       九、18       -              -                    -         -                  -  001-G16        - -
002-01 yearly      一、1        -              -                    -         -                  -  002-G1         - -
002-02 yearly      一、2        -              -                    -         -                  -  002-G1         - -
002-03 monthly     二、3        -              -                    7working  -                  零 002-G2         - DOUBLE,coercion,confirmation,adjudication,award,inspection
002-04 event       二、3        -              -                    -         5working:within    -  002-G2         - -
002-05 yearly      二、4        -              -                    -         -                  -  002-G3         - report-use
002-06 event       三、5        -              -                    -         -                  -  002-G4         - -
002-07 event       三、6        -              -                    -         -                  -  002-G5         - -
002-08 quarterly   三、7        -              -                    -         -                  零 002-G2         xs-fgj -
002-09 irregular   四、8        -              -                    -         -                  -  002-G6         - -
002-10 monthly     五、9        -              -                    -         -                  零 002-G1         xs-scjgj commitment
002-11 yearly      五、10       -              -                    -         -                  -  002-G1         - -
002-12 monthly     五、11       -              day-of-next-month:31 -         -                  零 002-G7         - joint-case
002-13 event       五、12       -              -                    -         -                  -  002-G8         - -
002-14 yearly      六、13       -              -                    -         -                  -  002-G9         - -
002-15 yearly      六、14       15个方面应用场景 -                    -         -                  -  002-G1         - -
002-16 yearly      六、15       -              -                    -         -                  -  002-G10        - -
002-17 yearly      六、16       -              -                    -         -                  -  002-G11        xs-scjgj -
002-18 yearly      六、17       -              -                    -         -                  -  002-G12        - -
002-19 event       七、18       -              -                    -         -                  -  002-G13        - publicity
002-20 monthly     八、19       1份台账        -                    -         -                  零 002-G2         - -
002-21 yearly      八、20       -              -                    -         -                  -  002-G14        - -
003-01 once        三（一）     1份承诺事项清单 -                   -         -                  -  003-G1         - commitment
003-02 irregular   三（一）     -              -                    -         -                  -  003-G5         - -
003-03 irregular   三（一）     -              -                    -         -                  -  003-G6         - -
003-04 irregular   三（二）     -              -                    -         -                  -  003-G1         - -
003-05 irregular   三（三）     1份目录清单    -                    -         -                  -  003-G1         - report-use
003-06 irregular   四（一）     -              -                    -         -                  -  003-G1         - -
003-07 irregular   四（一）     -              -                    -         -                  -  003-G3         wd-fgw -
003-08 irregular   四（一）     -              -                    -         -                  -  003-G4,003-G2  wd-scjgj uscc-register
003-09 irregular   四（一）     -              -                    -         -                  -  003-G4         - -
003-10 irregular   四（二）     -              -                    -         -                  -  003-G1         - DOUBLE
003-11 weekly      四（三）     -              -                    7working  -                  零 003-G1         - EIGHT,defaulter
003-12 irregular   四（四）     -              -                    -         -                  -  003-G7,003-G2  wd-dsj -
003-13 event       四（五）     -              -                    -         -                  -  003-G1         - -
003-14 irregular   五（一）     -              -                    -         -                  -  003-G1         - evaluation
003-15 once        五（二）     -              -                    -         -                  -  003-G1         - -
003-16 irregular   五（三）（四） -            -                    -         -                  -  003-G1         - -
003-17 event       六（一）     -              -                    -         -                  -  003-G1         - red-black
003-18 event       六（二）     -              -                    -         -                  -  003-G1         - -
003-19 irregular   六（三）     -              -                    -         -                  -  003-G1         - joint-case
003-20 event       六（四）     -              -                    -         -                  -  003-G8         - -
003-21 event       六（五）     -              -                    -         -                  -  003-G1         - -
003-22 event       六（六）     -              -                    -         -                  -  003-G1         - -
003-23 irregular   七（二）（三） -            -                    -         -                  -  003-G1         - publicity
003-24 yearly      七（四）     1份报告        fixed-date:12-20     -         -                  -  003-G1,003-G2  wd-fgw -
004-01 event       三（五）1    -              -                    -         -                  零 004-G1         - -
004-02 monthly     三（五）1    1份统计表      day-of-next-month:5  -         -                  零 004-G1         - stats-total,stats-increment,DOUBLE,statement
004-03 once        三（五）1    1份名单        -                    -         -                  -  004-G1         - contact-list
004-04 quarterly   三（五）1    1期通报        -                    -         -                  -  004-G4         zl-fgw -
004-05 event       三（五）2    -              -                    -         -                  零 004-G2         - red-black,statement
004-06 event       三（五）3    -              -                    -         -                  零 004-G3         - uscc-register,statement
004-07 irregular   三（三）1    -              -                    -         -                  -  004-G9         - defaulter
004-08 once        三（一）     1部办法        -                    -         -                  -  004-G5         - -
004-09 once        三（四）2    1份责任清单    -                    -         -                  -  004-G6         - -
004-10 irregular   三（二）     -              -                    -         -                  -  004-G7         - -
004-11 irregular   四（三）     -              -                    -         -                  -  004-G8         - publicity
004-12 yearly      四（四）     -              -                    -         -                  -  004-G4         zl-fgw -
`;

export interface NoticeTerm {
  readonly id: string;
  /** Name of the term on the report → what the notice says, `-` for nothing. */
  readonly terms: Readonly<Record<string, string>>;
}

const NAMES = ['周期', '出处', '配额', '截止规则', '记录时限', '事件时限', '零报送', '分组', '牵头', '模板'] as const;

/** Where a duty says something else than its notice: one sentence each. */
export function strayingTerms(duty: ProfileDuty, { terms }: NoticeTerm): string[] {
  const said = termsOf(duty);
  return NAMES.flatMap((name, at) => {
    const [wanted = '', held = ''] = [terms[name], said[at]];
    return sorted(wanted) === sorted(held) ? [] : [`事项 ${duty.id} 的${name}应为 ${wanted}，现为 ${held}`];
  });
}

function termsOf(duty: ProfileDuty): string[] {
  const { due, quota, recordTerm, eventTerm } = duty;
  return [
    duty.cadence,
    duty.source.slice(duty.source.indexOf('号 ') + 2),
    quota === null ? '-' : `${quota.count ?? '分配'}${quota.of}`,
    due === null ? '-' : `${due.rule}${dayWords(due)}`,
    recordTerm === null ? '-' : `${recordTerm.days}${recordTerm.unit}`,
    eventTerm ? `${eventTerm.count}${eventTerm.unit}:${eventTerm.meaning}` : '-',
    duty.zeroReport === 'statement' ? '零' : '-',
    duty.groups.join(',') || '-',
    duty.lead.join(',') || '-',
    duty.templates.join(',') || '-',
  ];
}

function dayWords(due: DueRule): string {
  if (due.rule === 'fixed-date') return `:${due.month}-${due.day}`;
  return 'day' in due ? `:${due.day}` : '';
}

/** Lists of templates that several duties share. */
const DOUBLE = 'permit-legal,permit-person,penalty-legal,penalty-person';
const EIGHT = 'coercion,confirmation,collection,payment,adjudication,compensation,award,inspection';
const LISTS: Readonly<Record<string, string>> = { DOUBLE, EIGHT, TEN: `${DOUBLE},${EIGHT}` };

function readLine(line: string): NoticeTerm {
  const [id = '', ...written] = line.split(/\s+/u);
  const terms = Object.fromEntries(NAMES.map((name, at) => [name, spelled(written[at] ?? '')]));
  return { id, terms };
}

function spelled(text: string): string {
  return text
    .split(',')
    .map((part) => LISTS[part] ?? part)
    .join(',');
}

/** The 95 duties under their numbers. */
export const NOTICE_TERMS: ReadonlyMap<string, NoticeTerm> = new Map(
  TABLE.trim()
    .split('\n')
    .map(readLine)
    .map((term) => [term.id, term]),
);

/** The order of a list says nothing. */
function sorted(list: string): string {
  return list.split(',').sort().join(',');
}
