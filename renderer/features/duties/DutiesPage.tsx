import { Input, Segmented, Tabs } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { BLANK_WORDS } from '../../words/blanks.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { PARTS_WORDS } from '../../words/dutyParts.ts';
import { DUTY_KIND_WORDS } from '../../words.ts';
import { BlanksPanel } from '../blanks/BlanksPanel.tsx';
import { useBlanks } from '../blanks/useBlanks.ts';
import { EventsPanel } from '../events/EventsPanel.tsx';
import { DutyDrawer } from './DutyDrawer.tsx';
import { DutyTable } from './DutyTable.tsx';
import { useDuties } from './useDuties.ts';
import '../../parts/pageTabs.css';
import './duties.css';

const KINDS = ['scheduled', 'event', 'ledger'] as const;

/** The reporting duties of the notice in force (事项). */
export function DutiesPage() {
  const page = useDuties();
  const blanks = useBlanks(page.directory);
  const all = page.duties.data;
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={all ? `${all.length} 项` : null} />
      <ErrorNotice error={page.duties.error} onRetry={page.duties.reload} />
      {!all && !page.duties.error && <Waiting />}
      {all && (
        <Tabs
          className="fill page-tabs"
          items={[
            { key: 'duties', label: W.listTab, children: <DutyList page={page} all={all} /> },
            {
              key: 'events',
              label: PARTS_WORDS.events,
              children: (
                <div className="upload-body">
                  <EventsPanel directory={page.directory} />
                </div>
              ),
            },
            {
              key: 'blanks',
              label: BLANK_WORDS.tab,
              children: <BlanksPanel directory={page.directory} blanks={blanks} />,
            },
          ]}
        />
      )}
      <DutyDrawer
        duty={page.duty}
        groups={page.groups}
        directory={page.directory}
        editing={page.editing}
        busy={page.saving.busy}
        error={page.saving.error}
        year={page.year}
        onYear={page.setYear}
        onEdit={page.edit}
        onSave={page.save}
        onClose={() => page.open(null)}
      />
    </div>
  );
}

interface DutyListProps {
  readonly page: ReturnType<typeof useDuties>;
  readonly all: readonly Duty[];
}

function DutyList({ page, all }: DutyListProps) {
  return (
    <div className="upload-body">
      <div className="row">
        <Segmented
          aria-label={W.kind}
          data-testid="duties-kind"
          value={page.kind}
          onChange={page.chooseKind}
          options={[
            { value: 'all' as const, label: `${W.all} ${all.length}` },
            ...KINDS.map((kind) => ({
              value: kind,
              label: `${DUTY_KIND_WORDS[kind]} ${all.filter((duty) => duty.kind === kind).length}`,
            })),
          ]}
        />
        <Input.Search
          aria-label={W.search}
          data-testid="duties-search"
          placeholder={W.search}
          allowClear
          style={{ width: 220 }}
          value={page.search}
          onChange={(event) => page.look(event.target.value)}
        />
      </div>
      <DutyTable duties={page.shown} templateTitle={page.directory.templateTitle} onOpen={page.open} />
    </div>
  );
}
