import { Alert } from 'antd';
import type { VerifyResult } from '../../../electron/contract/overview.ts';

/** What the verification found: one verdict, then the figures. */
export function VerifyReport({ result }: { readonly result: VerifyResult }) {
  const { missingOriginals: missing, damagedOriginals: damaged } = result;
  const sound = result.integrity === 'ok' && missing.length === 0 && damaged.length === 0;
  return (
    <Alert
      style={{ marginTop: 10 }}
      type={sound ? 'success' : 'error'}
      showIcon
      data-testid="verify-result"
      title={sound ? '数据完好' : '发现问题，请保留现状并使用最近的备份'}
      description={
        <>
          <div>
            数据库：{result.integrity === 'ok' ? '完好' : result.integrity}（结构版本 {result.schemaVersion}）
          </div>
          <div>
            原件 {result.originals} 个，缺失 {missing.length} 个，损坏 {damaged.length} 个
          </div>
          {[...missing, ...damaged].map((name) => (
            <div key={name} className="mono small">
              {name}
            </div>
          ))}
          <div className="mono small" style={{ overflowWrap: 'anywhere' }}>
            {result.file}　SHA-256 {result.sha256}
          </div>
        </>
      }
    />
  );
}
