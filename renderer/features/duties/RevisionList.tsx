import type { Duty, DutyRevision } from '../../../electron/contract/duties.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { DUE_RULE_WORDS, DUTIES_WORDS as W, WEEKDAY_WORDS } from '../../words/duties.ts';
import { CADENCE_WORDS } from '../../words.ts';
import { quotaText, termText } from './dutyTexts.ts';

interface RevisionListProps {
  readonly duty: Duty;
  readonly directory: Directory;
}

/** A duty that changed has what it was before as a revision from this day. */
const BEGINNING = '0001-01-01';

/** How the duty changed over time, the newest first: from which day, why, and what. */
export function RevisionList({ duty, directory }: RevisionListProps) {
  const revisions = (duty.revisions ?? []).toReversed();
  if (revisions.length === 0) return <EmptyState title={W.noRevisions} next={W.noRevisionsHint} />;
  return (
    <ul className="duty-revisions" data-testid="duty-revisions">
      {revisions.map((revision) => (
        <li key={revision.from}>
          <div className="row">
            <b>{revision.from === BEGINNING ? W.fromBeginning : `自 ${revision.from} 起`}</b>
            <span className="muted">{revision.reason}</span>
          </div>
          {changesOf(revision, directory).map(({ label, text }) => (
            <div key={label}>
              <span className="muted">{label}</span>　{text}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

function changesOf(revision: DutyRevision, { unitName, templateTitle }: Directory) {
  const { title, cadence, templates, due, recordTerm, quota, zeroReport, groups, lead, target } = revision;
  return [
    title === undefined ? null : { label: W.name, text: title },
    cadence === undefined ? null : { label: W.cadence, text: CADENCE_WORDS[cadence] },
    due === undefined ? null : { label: W.due, text: due === null ? W.noDue : ruleText(due) },
    quota === undefined ? null : { label: W.quota, text: quotaText(quota) },
    recordTerm === undefined ? null : { label: W.recordTerm, text: termText(recordTerm) },
    zeroReport === undefined
      ? null
      : { label: W.zeroReport, text: zeroReport === 'statement' ? W.zeroStatement : W.zeroNone },
    templates === undefined
      ? null
      : { label: W.templates, text: templates.map(templateTitle).join('、') || W.noTemplates },
    groups === undefined ? null : { label: W.groups, text: groups.join('、') || W.none },
    lead === undefined ? null : { label: W.lead, text: lead.map(unitName).join('、') || W.none },
    target === undefined ? null : { label: W.target, text: target || W.none },
  ].filter((change) => change !== null);
}

/** A rule of an earlier time in short; the rule in force has its full sentence from the service. */
function ruleText(due: NonNullable<Duty['due']>): string {
  const name = DUE_RULE_WORDS[due.rule];
  switch (due.rule) {
    case 'weekday':
      return `每周${WEEKDAY_WORDS[due.weekday - 1] ?? ''} ${due.time}`;
    case 'day-of-month':
      return `当月 ${due.day} 日 ${due.time}`;
    case 'day-of-next-month':
      return `次月 ${due.day} 日 ${due.time}`;
    case 'fixed-date':
      return `${due.month} 月 ${due.day} 日 ${due.time}`;
    case 'days-after-period':
      return `报送期结束后 ${due.days} 个${due.unit === 'working' ? W.working : W.natural} ${due.time}`;
    case 'dates':
      return `${due.dates.join('、')} ${due.time}`;
    case 'campaign':
      return `${due.campaigns.map((one) => one.title).join('、')}，结束后 ${due.days} 日内 ${due.time}`;
    case 'period-end':
      return `${name} ${due.time}`;
  }
}
