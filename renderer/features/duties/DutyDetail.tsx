import { Descriptions, Tag } from 'antd';
import { Link } from 'react-router';
import type { Duty } from '../../../electron/contract/duties.ts';
import type { UnitGroup } from '../../../electron/contract/units.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { DUTY_KIND_HINTS, DUTIES_WORDS as W } from '../../words/duties.ts';
import { CADENCE_WORDS, DUTY_KIND_WORDS } from '../../words.ts';
import { eventTermText, quotaText, samplingText, termText } from './dutyTexts.ts';

interface DutyDetailProps {
  readonly duty: Duty;
  readonly groups: readonly UnitGroup[];
  readonly directory: Directory;
}

/** Everything known of a duty, with its clause and its units. */
export function DutyDetail({ duty, groups, directory }: DutyDetailProps) {
  const groupTitle = (id: string) => groups.find((group) => group.id === id)?.title ?? '';
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        bordered
        styles={{ label: { width: 112 } }}
        items={[
          {
            key: 'kind',
            label: W.kind,
            children: `${DUTY_KIND_WORDS[duty.kind]}（${DUTY_KIND_HINTS[duty.kind]}）`,
          },
          { key: 'cadence', label: W.cadence, children: CADENCE_WORDS[duty.cadence] },
          { key: 'due', label: W.due, children: <b>{duty.dueText || W.noDue}</b> },
          { key: 'term', label: W.recordTerm, children: termText(duty.recordTerm) },
          {
            key: 'templates',
            label: W.templates,
            children: duty.templates.map(directory.templateTitle).join('、') || W.noTemplates,
          },
          { key: 'quota', label: W.quota, children: quotaText(duty.quota) },
          {
            key: 'zero',
            label: W.zeroReport,
            children: duty.zeroReport === 'statement' ? W.zeroStatement : W.zeroNone,
          },
          ...(duty.kind === 'event' || duty.eventTerm
            ? [{ key: 'event', label: W.eventTerm, children: eventTermText(duty.eventTerm ?? null) }]
            : []),
          ...(duty.sampling ? [{ key: 'sampling', label: W.sampling, children: samplingText(duty.sampling) }] : []),
          ...(duty.from || duty.to
            ? [{ key: 'lasts', label: W.lasts, children: `${duty.from ?? ''} — ${duty.to ?? ''}` }]
            : []),
          ...(duty.cumulative ? [{ key: 'cumulative', label: W.cumulative, children: W.cumulativeText }] : []),
          { key: 'target', label: W.target, children: duty.target || W.none },
          { key: 'source', label: W.source, children: duty.source },
          { key: 'consequence', label: W.consequence, children: duty.consequence || W.none },
          {
            key: 'groups',
            label: W.groups,
            children:
              duty.groups.length === 0
                ? W.none
                : duty.groups.map((id) => (
                    <div key={id}>
                      <Link to={`/units?${new URLSearchParams({ tab: 'groups', group: id })}`}>{id}</Link>{' '}
                      {groupTitle(id)}
                    </div>
                  )),
          },
          { key: 'lead', label: W.lead, children: duty.lead.map(directory.unitName).join('、') || W.none },
          { key: 'note', label: W.note, children: <span className="prewrap">{duty.note || W.none}</span> },
        ]}
      />
      <h3 className="duty-units-head">
        {W.units}（{duty.units.length} 个）
      </h3>
      {duty.units.length === 0 ? (
        <EmptyState
          title={W.noUnits}
          next={W.noUnitsHint}
          action={<Link to={`/units?tab=groups&group=${duty.groups[0] ?? ''}`}>{W.fillGroup}</Link>}
        />
      ) : (
        <div data-testid="duty-units">
          {duty.units.map((id) => (
            <Tag key={id} style={{ marginBottom: 4 }}>
              {directory.unitName(id)}
            </Tag>
          ))}
        </div>
      )}
    </>
  );
}
