import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { copyText } from './copyText.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  readonly size?: 'small' | 'medium';
}

/** Copies a text and says so. */
export function CopyButton({ text, label = '复制', size = 'medium' }: CopyButtonProps) {
  const { message } = App.useApp();
  const copy = async () => {
    const done = await copyText(text);
    if (done) message.success('已复制');
    else message.error('复制没有成功，请手工选取文字复制。');
  };
  return (
    <Button size={size} icon={<CopyOutlined />} onClick={copy}>
      {label}
    </Button>
  );
}
