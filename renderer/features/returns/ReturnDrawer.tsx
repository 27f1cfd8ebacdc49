import { RollbackOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { RETURN_WORDS as W } from '../../words/returns.ts';
import { ReturnedFiles } from './ReturnedFiles.tsx';
import { ReturnSlips } from './ReturnSlips.tsx';
import type { ReturnScope, useReturns } from './useReturns.ts';

interface ReturnDrawerProps {
  readonly scope: ReturnScope | null;
  readonly returns: ReturnType<typeof useReturns>;
  readonly directory: Directory;
  readonly onClose: () => void;
}

/** 退回: writes the units' own workbooks with their errors marked, and shows what went back before. */
export function ReturnDrawer({ scope, returns, directory, onClose }: ReturnDrawerProps) {
  const [errorsOnly, setErrorsOnly] = useState(false);
  const [password, setPassword] = useState('');
  const { slips, writing, withdrawing, files } = returns;
  return (
    <Drawer
      open={scope !== null}
      onClose={() => {
        setPassword('');
        onClose();
      }}
      size="88%"
      destroyOnHidden
      title={scope ? `${W.title}：${scope.file ? scope.file.name : `批次 ${scope.batch}`}` : ''}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      <div data-testid="return-drawer" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
        <span>{W.explain}</span>
        <div className="row">
          <Segmented
            aria-label="退回范围"
            value={errorsOnly ? 'errors' : 'all'}
            onChange={(value) => setErrorsOnly(value === 'errors')}
            options={[
              { value: 'all', label: W.withVerify },
              { value: 'errors', label: W.errorsOnly },
            ]}
          />
          <Button
            type="primary"
            icon={<RollbackOutlined />}
            loading={writing.busy}
            data-testid="write-returns"
            onClick={() => returns.write(errorsOnly, password)}
          >
            {W.write}
          </Button>
        </div>
        {files?.some(({ enclosed }) => enclosed === 'encrypted') ? (
          <div className="row" data-testid="return-password">
            <span>{W.encrypted}</span>
            <Input.Password
              size="small"
              aria-label={W.password}
              style={{ width: 180 }}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              onPressEnter={() => returns.write(errorsOnly, password)}
            />
          </div>
        ) : null}
        <ErrorNotice error={writing.error ?? withdrawing.error} onClose={writing.clearError} />
        <ProgressBar busy={writing.busy} progress={writing.progress} label={W.writing} onCancel={writing.cancel} />
        {files ? (
          <ReturnedFiles files={files} onSave={returns.save} onSaveAll={returns.saveAll} onShow={returns.show} />
        ) : null}
        <h2 style={{ fontSize: 15, margin: '6px 0 0' }}>{W.earlier}</h2>
        <ErrorNotice error={slips.error} onRetry={slips.reload} />
        <ReturnSlips slips={slips.data} directory={directory} busy={withdrawing.busy} onWithdraw={returns.withdraw} />
      </div>
    </Drawer>
  );
}
