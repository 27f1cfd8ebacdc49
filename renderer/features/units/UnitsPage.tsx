import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useRef } from 'react';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { GroupsPanel } from './GroupsPanel.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { SuccessionDialog } from './SuccessionDialog.tsx';
import { TwinsPanel } from './TwinsPanel.tsx';
import { UnitDrawer } from './UnitDrawer.tsx';
import { UnitTable } from './UnitTable.tsx';
import { UnitToolbar } from './UnitToolbar.tsx';
import { useUnitChanges } from './useUnitChanges.ts';
import { useUnits } from './useUnits.ts';
import '../../parts/pageTabs.css';
import './units.css';

/** The directory of member units and their groups (单位). */
export function UnitsPage() {
  const page = useUnits();
  const { units, groups } = page;
  const changes = useUnitChanges(() => page.open(null));
  const chooser = useRef<HTMLInputElement>(null);
  const empty = groups.data?.filter((group) => group.units.length === 0).length ?? 0;
  return (
    <div className="page fixed units-page">
      <PageHeader title={W.title} hint={units.data ? `${units.data.length} 个成员单位` : null}>
        <Button onClick={() => changes.openSuccession(true)} data-testid="units-succession">
          {W.succession}
        </Button>
        <Button loading={changes.writing.busy} onClick={changes.exportList} data-testid="units-export">
          {W.exportList}
        </Button>
        <Button loading={changes.reading.busy} onClick={() => chooser.current?.click()} data-testid="units-import-open">
          {W.importList}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.xls,.csv"
          data-testid="units-import-file"
          onChange={(event) => {
            void changes.readList(event.target.files);
            event.target.value = '';
          }}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => page.open('new')} data-testid="unit-add">
          {W.add}
        </Button>
      </PageHeader>
      <ErrorNotice error={units.error ?? groups.error} onRetry={units.error ? units.reload : groups.reload} />
      {!(units.data && groups.data) && !(units.error ?? groups.error) && <Waiting />}
      {units.data && groups.data && (
        <Tabs
          className="fill page-tabs"
          activeKey={page.tab}
          onChange={page.chooseTab}
          items={[
            {
              key: 'directory',
              label: W.directoryTab,
              children: (
                <div className="units-body">
                  <UnitToolbar
                    filters={page.filters}
                    groups={groups.data}
                    shown={page.shown.length}
                    onChange={page.change}
                  />
                  <UnitTable units={page.shown} groups={groups.data} today={page.today} onOpen={page.open} />
                </div>
              ),
            },
            {
              key: 'groups',
              label: empty > 0 ? `${W.groupsTab}（${empty} 组待填）` : W.groupsTab,
              children: (
                <GroupsPanel
                  groups={groups.data}
                  units={page.named}
                  duties={page.duties}
                  chosen={page.group}
                  busy={page.savingGroup.busy}
                  error={page.savingGroup.error}
                  onChoose={page.chooseGroup}
                  onSave={page.saveGroup}
                />
              ),
            },
            {
              key: 'twins',
              label: page.twins.length > 0 ? `${W.twinsTab}（${page.twins.length}）` : W.twinsTab,
              children: <TwinsPanel twins={page.twins} units={page.named} onOpen={page.open} />,
            },
          ]}
        />
      )}
      <UnitDrawer
        editing={page.editing}
        units={page.named}
        groups={groups.data ?? []}
        duties={page.duties}
        busy={page.saving.busy}
        error={page.saving.error}
        onSave={page.save}
        onRename={changes.openRename}
        onClose={() => page.open(null)}
      />
      <RenameDialog
        unit={changes.renamed}
        busy={changes.renaming.busy}
        error={changes.renaming.error}
        onRename={changes.rename}
        onClose={() => changes.openRename(null)}
      />
      <SuccessionDialog
        open={changes.isSucceeding}
        units={page.named}
        {...changes.succession}
        onForesee={changes.foresee}
        onSucceed={changes.succeed}
        onChange={changes.forget}
        onClose={() => changes.openSuccession(false)}
      />
      <ImportDialog
        preview={changes.list?.preview ?? null}
        busy={changes.reading.busy}
        error={changes.reading.error}
        onWrite={changes.writeList}
        onClose={changes.closeList}
      />
    </div>
  );
}
