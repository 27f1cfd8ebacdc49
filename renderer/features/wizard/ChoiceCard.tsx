import { Radio } from 'antd';
import type { ReactNode } from 'react';

interface ChoiceCardProps {
  readonly value: string;
  readonly chosen: boolean;
  readonly title: string;
  readonly beside?: string;
  readonly hint: ReactNode;
}

/** One way to begin. */
export function ChoiceCard({ value, chosen, title, beside, hint }: ChoiceCardProps) {
  return (
    <Radio
      value={value}
      data-testid={`profile-${value}`}
      className="panel"
      style={{ margin: 0, background: chosen ? '#e8f0fb' : '#fff', borderColor: chosen ? '#1d4f91' : '#e1e6ed' }}
    >
      <strong style={{ fontSize: 16 }}>{title}</strong>
      {beside ? <span style={{ marginLeft: 10 }}>{beside}</span> : null}
      <div className="muted">{hint}</div>
    </Radio>
  );
}
