import { Layout, Tag } from 'antd';
import { HelpDrawer } from '../features/help/HelpDrawer.tsx';
import { PeriodPicker } from '../parts/PeriodPicker.tsx';
import { momentText } from '../parts/periods.ts';
import { useAppInfo } from '../state/appInfo.ts';
import { usePeriod } from '../state/usePeriod.ts';

/** Whose desk this is, and the period being worked on. */
export function AppHeader() {
  const info = useAppInfo();
  const [period, choose] = usePeriod();
  return (
    <Layout.Header
      className="row spread no-print"
      style={{ borderBottom: '1px solid #dde3ea', lineHeight: 'normal', flexWrap: 'nowrap' }}
    >
      <div className="row" style={{ minWidth: 0, flexWrap: 'nowrap' }}>
        <strong className="clip" data-testid="office-name" title={info.office ?? ''}>
          {info.office}
        </strong>
        {info.demo ? <Tag color="orange">演示数据，关闭后不保留</Tag> : null}
      </div>
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <span className="muted small" style={{ whiteSpace: 'nowrap' }}>
          现在 {momentText(info.now)}　报送期
        </span>
        <PeriodPicker value={period} onChange={choose} now={info.now} />
        <HelpDrawer />
      </div>
    </Layout.Header>
  );
}
