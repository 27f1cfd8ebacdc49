import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { MemoryPanel } from './MemoryPanel.tsx';
import { OfficePanel } from './OfficePanel.tsx';
import { useMemory } from './useMemory.ts';
import { useOffice } from './useOffice.ts';
import '../../parts/pageTabs.css';

/** 记忆与设置: what the program learned from the clerk's answers, and the rules the office set for itself. */
export function SettingsPage() {
  const [params, setParams] = useSearchParams();
  const memory = useMemory();
  const office = useOffice();
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint} />
      <Tabs
        className="fill page-tabs"
        activeKey={params.get('tab') ?? 'memory'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={[
          { key: 'memory', label: W.memoryTab, children: <MemoryPanel page={memory} /> },
          { key: 'office', label: W.officeTab, children: <OfficePanel page={office} /> },
        ]}
      />
    </div>
  );
}
