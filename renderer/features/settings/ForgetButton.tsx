import { DeleteOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';

interface ForgetButtonProps {
  readonly busy: boolean;
  readonly onForget: () => void;
}

/** Forgets one thing after asking. */
export function ForgetButton({ busy, onForget }: ForgetButtonProps) {
  return (
    <Popconfirm title={W.forgetAsk} okText={W.forget} okButtonProps={{ danger: true }} onConfirm={onForget}>
      <Button size="small" danger icon={<DeleteOutlined />} disabled={busy}>
        {W.forget}
      </Button>
    </Popconfirm>
  );
}
