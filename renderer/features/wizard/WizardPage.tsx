import { Button, Card, Radio, Spin } from 'antd';
import { useState } from 'react';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { ProfileCard } from './ProfileCard.tsx';

/** First run: choose the county's profile and make the data folder from it. The frame follows by itself. */
export function WizardPage() {
  const info = useAppInfo();
  const profiles = useRequest('profiles.list', {});
  const init = useAction('profiles.init');
  const [chosen, setChosen] = useState<string>();
  const shown = chosen ?? profiles.data?.[0]?.id;
  const create = () => {
    if (shown) init.run({ profile: shown });
  };
  return (
    <main className="app-content" style={{ height: '100%', boxSizing: 'border-box' }} data-testid="wizard">
      <Card style={{ maxWidth: 760, margin: '6vh auto 0' }}>
        <h1 style={{ fontSize: 22, margin: '0 0 4px' }}>欢迎使用信用办工作台</h1>
        <p className="muted" style={{ marginTop: 0 }}>
          第一次使用，请选择本县的县情配置。程序会据此建立成员单位、单位分组、报送事项和模板，以后都可以在“单位”“事项”里修改。
        </p>
        <ErrorNotice error={profiles.error ?? init.error} onRetry={profiles.error ? profiles.reload : undefined} />
        {profiles.loading && !profiles.data ? <Spin delay={300} /> : null}
        <Radio.Group
          aria-label="县情配置"
          value={shown}
          onChange={(event) => setChosen(String(event.target.value))}
          style={{ display: 'flex', flexDirection: 'column', gap: 10, margin: '14px 0' }}
        >
          {profiles.data?.map((profile) => (
            <ProfileCard key={profile.id} profile={profile} chosen={profile.id === shown} />
          ))}
        </Radio.Group>
        <ProgressBar busy={init.busy} progress={init.progress} label="正在建立数据…" />
        <div className="row spread">
          <span className="muted small" style={{ overflowWrap: 'anywhere' }}>
            数据只保存在这台电脑：{info.dataFolder}
          </span>
          <Button
            type="primary"
            size="large"
            data-testid="create"
            autoFocus
            loading={init.busy}
            disabled={!shown}
            onClick={create}
          >
            建立并开始使用
          </Button>
        </div>
      </Card>
      <p className="muted small" style={{ textAlign: 'center' }}>
        本程序不连接任何网络。
      </p>
    </main>
  );
}
