import { AutoComplete } from 'antd';
import { useState } from 'react';

interface ReasonFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Reasons written before, most used first. */
  readonly earlier: readonly string[];
  readonly common: readonly string[];
  readonly autoFocus?: boolean;
  readonly onChange: (reason: string) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/** A written reason: one's own words, or one of those written before. */
export function ReasonField(props: ReasonFieldProps) {
  const { label, placeholder, value, earlier, common, autoFocus = false, onChange, onEnter, onEscape } = props;
  const [open, setOpen] = useState(false);
  const known = new Set(earlier);
  const options = [
    ...earlier.map((text) => ({ value: text, label: `${text}（用过）` })),
    ...common.filter((text) => !known.has(text)).map((text) => ({ value: text, label: text })),
  ];
  return (
    <AutoComplete
      size="small"
      style={{ flex: 1, minWidth: 200 }}
      aria-label={label}
      data-testid="reason"
      placeholder={placeholder}
      autoFocus={autoFocus}
      value={value}
      options={options}
      defaultActiveFirstOption={false}
      onOpenChange={(opened) => setOpen(opened && options.some((option) => option.value.includes(value)))}
      showSearch={{ filterOption: (input, option) => (option?.value ?? '').includes(input) }}
      onChange={onChange}
      onInputKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onEscape();
        }
        // Ctrl+Enter commits the import; a plain Enter ends this field. While the list is open, Enter takes a line of it.
        if (event.key === 'Enter' && !event.ctrlKey && !open && value.trim() !== '') onEnter();
      }}
    />
  );
}
