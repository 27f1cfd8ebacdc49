import { Button, Input } from 'antd';
import { useState } from 'react';

interface PasswordFormProps {
  /** The passwords given so far do not open this file. */
  readonly wrong: boolean;
  readonly locked: number;
  readonly busy: boolean;
  readonly onPassword: (password: string) => void;
  readonly onSkip: () => void;
}

/** Asks for the password of encrypted files, once for all of them. */
export function PasswordForm({ wrong, locked, busy, onPassword, onSkip }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const send = () => {
    if (password !== '' && !busy) onPassword(password);
  };
  return (
    <div style={{ display: 'grid', gap: 6 }} data-testid="password-form">
      {wrong ? <span style={{ color: '#b3261e' }}>刚才输入的密码打不开这个文件，请核对大小写后再输。</span> : null}
      <div className="row">
        <Input.Password
          size="small"
          style={{ width: 240 }}
          aria-label="打开密码"
          data-testid="password"
          autoComplete="off"
          placeholder="请输入打开密码"
          status={wrong ? 'error' : ''}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onPressEnter={(event) => {
            if (!event.ctrlKey) send();
          }}
        />
        <Button size="small" type="primary" disabled={password === '' || busy} onClick={send}>
          打开
        </Button>
        <Button size="small" disabled={busy} onClick={onSkip}>
          跳过这个文件
        </Button>
      </div>
      <span className="muted small">
        {locked > 1 ? `这次有 ${locked} 个文件要密码，输一次会逐个试。` : ''}
        密码只在这次导入中使用，不保存。不知道密码可先跳过，向单位问到后再导入。
      </span>
    </div>
  );
}
