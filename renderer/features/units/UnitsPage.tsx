import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { GroupsPanel } from './GroupsPanel.tsx';
import { UnitDrawer } from './UnitDrawer.tsx';
import { UnitTable } from './UnitTable.tsx';
import { UnitToolbar } from './UnitToolbar.tsx';
import { useUnits } from './useUnits.ts';
import '../../parts/pageTabs.css';
import './units.css';

/** The directory of member units and their groups (单位). */
export function UnitsPage() {
  const page = useUnits();
  const { units, groups } = page;
  const empty = groups.data?.filter((group) => group.units.length === 0).length ?? 0;
  return (
    <div className="page fixed units-page">
      <PageHeader title={W.title} hint={units.data ? `${units.data.length} 个成员单位` : null}>
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
                  <UnitToolbar filters={page.filters} shown={page.shown.length} onChange={page.change} />
                  <UnitTable units={page.shown} groups={groups.data} onOpen={page.open} />
                </div>
              ),
            },
            {
              key: 'groups',
              label: empty > 0 ? `${W.groupsTab}（${empty} 组待填）` : W.groupsTab,
              children: (
                <GroupsPanel
                  groups={groups.data}
                  units={units.data}
                  duties={page.duties}
                  chosen={page.group}
                  busy={page.savingGroup.busy}
                  error={page.savingGroup.error}
                  onChoose={page.chooseGroup}
                  onSave={page.saveGroup}
                />
              ),
            },
          ]}
        />
      )}
      <UnitDrawer
        editing={page.editing}
        groups={groups.data ?? []}
        busy={page.saving.busy}
        error={page.saving.error}
        onSave={page.save}
        onClose={() => page.open(null)}
      />
    </div>
  );
}
