import { Button, Drawer, Tabs } from 'antd';
import { Link } from 'react-router';
import type { Duty } from '../../../electron/contract/duties.ts';
import type { UnitGroup } from '../../../electron/contract/units.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { yearLink } from '../../parts/links.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { PARTS_WORDS } from '../../words/dutyParts.ts';
import { YEAR_VIEW_WORDS } from '../../words/year.ts';
import { EventsPanel } from '../events/EventsPanel.tsx';
import { AllotmentPanel } from './AllotmentPanel.tsx';
import { DrawPanel } from './DrawPanel.tsx';
import { DutyDetail } from './DutyDetail.tsx';
import { type DutyChangeRequest, DutyForm } from './DutyForm.tsx';
import { DutyParts } from './DutyParts.tsx';
import { DutyYearPanel } from './DutyYearPanel.tsx';
import { RevisionList } from './RevisionList.tsx';

interface DutyDrawerProps {
  readonly duty: Duty | undefined;
  readonly groups: readonly UnitGroup[];
  readonly directory: Directory;
  readonly editing: boolean;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly onEdit: (editing: boolean) => void;
  readonly onSave: (change: DutyChangeRequest) => void;
  readonly onClose: () => void;
}

/** One duty: what the notice says of it, its year, who owes it and who need not; or the form for what an office settles itself. */
export function DutyDrawer(props: DutyDrawerProps) {
  const { duty, groups, directory, editing, busy, error, year, onEdit, onSave, onClose } = props;
  return (
    <Drawer
      open={duty !== undefined}
      onClose={onClose}
      size={editing ? 'min(1320px, calc(100vw - 24px))' : 820}
      title={duty ? `${duty.id}　${duty.title}` : ''}
      destroyOnHidden
      data-testid="duty-drawer"
      styles={{ body: { paddingTop: editing ? 16 : 4 } }}
      footer={
        editing ? (
          // Keyed: a button that turned into this one while it was clicked would send the form at once.
          <div className="row" key="editing">
            <Button type="primary" htmlType="submit" form="duty-form" loading={busy} data-testid="duty-save">
              {W.save}
            </Button>
            <Button onClick={() => onEdit(false)}>{W.cancel}</Button>
          </div>
        ) : (
          <div className="row">
            <Button type="primary" onClick={() => onEdit(true)} data-testid="duty-edit">
              {W.edit}
            </Button>
            {(duty?.kind === 'scheduled' || duty?.due) && (
              <Link to={yearLink('duty', duty.id)}>{YEAR_VIEW_WORDS.dutyYear}</Link>
            )}
          </div>
        )
      }
    >
      {error && (
        <div style={{ marginBottom: 12 }}>
          <ErrorNotice error={error} />
        </div>
      )}
      {duty && editing && (
        <DutyForm key={duty.id} duty={duty} groups={groups} directory={directory} year={year} onSave={onSave} />
      )}
      {duty && !editing && <DutyTabs key={duty.id} {...props} duty={duty} />}
    </Drawer>
  );
}

function DutyTabs({ duty, groups, directory, year, onYear }: DutyDrawerProps & { readonly duty: Duty }) {
  const dated = duty.kind === 'scheduled' || duty.due !== null;
  return (
    <Tabs
      items={[
        {
          key: 'detail',
          label: W.detailTab,
          children: <DutyDetail duty={duty} groups={groups} directory={directory} />,
        },
        ...(dated
          ? [
              {
                key: 'year',
                label: W.yearTab,
                children: (
                  <DutyYearPanel directory={directory} duty={duty.id} scheduled={dated} year={year} onYear={onYear} />
                ),
              },
            ]
          : []),
        { key: 'parts', label: W.partsTab, children: <DutyParts duty={duty} directory={directory} /> },
        ...(duty.quota
          ? [
              {
                key: 'allotments',
                label: PARTS_WORDS.allotments,
                children: <AllotmentPanel duty={duty} directory={directory} />,
              },
            ]
          : []),
        ...(duty.sampling
          ? [
              {
                key: 'draws',
                label: PARTS_WORDS.draws,
                children: <DrawPanel duty={duty} sampling={duty.sampling} directory={directory} />,
              },
            ]
          : []),
        ...(duty.kind === 'event' || duty.eventTerm
          ? [
              {
                key: 'events',
                label: PARTS_WORDS.events,
                children: <EventsPanel directory={directory} duty={duty.id} />,
              },
            ]
          : []),
        {
          key: 'history',
          label: W.historyTab,
          children: <RevisionList duty={duty} directory={directory} />,
        },
      ]}
    />
  );
}
