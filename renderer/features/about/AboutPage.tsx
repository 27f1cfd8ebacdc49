import { FolderOpenOutlined, SafetyOutlined } from '@ant-design/icons';
import { Button, Descriptions } from 'antd';
import { bridge } from '../../api/bridge.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { Glossary } from './Glossary.tsx';
import { KeyList } from './KeyList.tsx';
import { useVerification } from './useVerification.ts';
import { VerifyReport } from './VerifyReport.tsx';

/** 关于: what runs here, where the data lives, whether it is whole, the words and the formulas in force. */
export function AboutPage() {
  const info = useAppInfo();
  const [period] = usePeriod();
  const rates = useRequest('rates.compute', { period });
  const verify = useAction('app.verify');
  const { result, run } = useVerification(verify);
  const desk = bridge();
  return (
    <div className="page">
      <PageHeader title="关于" hint="信用办工作台：县信用办的离线工作台" />
      <section className="panel" aria-label="程序和数据">
        <Descriptions
          size="small"
          column={2}
          items={[
            { key: 'version', label: '版本', children: <span data-testid="version">{info.version}</span> },
            { key: 'node', label: '运行环境', children: `Node.js ${info.node}` },
            { key: 'office', label: '单位', children: info.office ?? '—' },
            { key: 'profile', label: '县情配置', children: `${info.county ?? '—'}（${info.profile ?? '—'}）` },
            {
              key: 'calendar',
              label: '工作日历',
              children: `${info.calendarFrom}—${info.calendarTo} 年放假调休安排已载入；其他年份不推算`,
            },
            {
              key: 'licence',
              label: '许可',
              children: 'MIT 许可；所用开源组件见安装目录中的许可文件',
            },
            {
              key: 'folder',
              label: '数据文件夹',
              span: 2,
              children: (
                <div className="row">
                  <span className="mono" style={{ overflowWrap: 'anywhere' }} data-testid="data-folder">
                    {info.dataFolder}
                  </span>
                  <CopyButton size="small" text={info.dataFolder} />
                  {desk ? (
                    <Button
                      size="small"
                      icon={<FolderOpenOutlined />}
                      onClick={() => desk.showInFolder(info.dataFolder)}
                    >
                      打开
                    </Button>
                  ) : null}
                </div>
              ),
            },
          ]}
        />
        <p style={{ margin: '6px 0 0' }}>
          本程序完全离线：不连接任何网络，不上传任何数据；全部数据只在上面的文件夹里。原件按指纹（SHA-256）存档，单位报来的内容从不改动。
        </p>
      </section>
      <section className="panel" aria-label="数据核验">
        <div className="row">
          <Button icon={<SafetyOutlined />} loading={verify.busy} onClick={run} data-testid="verify">
            核验数据
          </Button>
          <span className="muted">检查数据库是否完好，存档的原件是否齐全、指纹是否相符。</span>
        </div>
        <ProgressBar busy={verify.busy} progress={verify.progress} label="正在核验…" onCancel={verify.cancel} />
        <ErrorNotice error={verify.error} onRetry={run} />
        {result ? <VerifyReport result={result} /> : null}
      </section>
      <section className="panel" aria-label="计算公式">
        <h2 style={{ fontSize: 15, margin: '0 0 6px' }}>现行计算公式</h2>
        <ErrorNotice error={rates.error} onRetry={rates.reload} />
        <div className="prewrap" data-testid="formula">
          {rates.data?.formula ?? '…'}
        </div>
      </section>
      <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 10 }}>
        <Glossary />
        <KeyList />
      </div>
    </div>
  );
}
