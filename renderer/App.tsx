import { App as AntdApp, ConfigProvider, Spin } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { HashRouter } from 'react-router';
import { useRequest } from './api/useRequest.ts';
import { WizardPage } from './features/wizard/WizardPage.tsx';
import { Frame } from './frame/Frame.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { ErrorNotice } from './parts/ErrorNotice.tsx';
import { AppInfoContext } from './state/appInfo.ts';
import { theme } from './theme.ts';

dayjs.locale('zh-cn');

/** The program: theme and language around either the first-run wizard or the frame with its screens. */
export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} componentSize="medium" button={{ autoInsertSpace: false }}>
      <AntdApp style={{ height: '100%' }}>
        <ErrorBoundary>
          <HashRouter>
            <Start />
          </HashRouter>
        </ErrorBoundary>
      </AntdApp>
    </ConfigProvider>
  );
}

function Start() {
  const info = useRequest('app.info', {});
  const { reload } = info;
  // “Now” moves on in a window that stays open for days.
  useEffect(() => {
    const timer = setInterval(reload, 60_000);
    return () => clearInterval(timer);
  }, [reload]);
  if (!info.data) {
    return (
      <div style={{ maxWidth: 640, margin: '20vh auto 0', textAlign: 'center' }}>
        {info.error ? (
          <ErrorNotice error={info.error} onRetry={info.reload} />
        ) : (
          <Spin description="正在打开…" delay={300} />
        )}
      </div>
    );
  }
  return <AppInfoContext value={info.data}>{info.data.profile === null ? <WizardPage /> : <Frame />}</AppInfoContext>;
}
