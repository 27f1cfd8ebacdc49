import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';

interface EditableTextProps {
  readonly label: string;
  readonly text: string;
  readonly className?: string;
  readonly testId: string;
  /** Hands the text over when the field is left, for texts that are taken apart and joined again. */
  readonly lazy?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text that looks like print and is edited where it stands; grows with its content. */
export function EditableText({ label, text, className = '', testId, lazy = false, onChange }: EditableTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input.TextArea
      aria-label={label}
      data-testid={testId}
      className={`circular-text ${className}`}
      variant="borderless"
      autoSize
      placeholder={label}
      value={typed ?? text}
      onChange={(event) => {
        if (lazy) setTyped(event.target.value);
        else onChange(event.target.value);
      }}
      onBlur={() => {
        if (typed === null) return;
        onChange(typed);
        setTyped(null);
      }}
    />
  );
}

/** Adds a part; its name tells which. */
export function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="small" type="text" icon={<PlusOutlined />} onClick={onClick}>
      {label}
    </Button>
  );
}

/** Takes the part it stands beside away. */
export function RemoveButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button size="small" type="text" danger icon={<DeleteOutlined />} onClick={onClick}>
      {W.remove}
    </Button>
  );
}
