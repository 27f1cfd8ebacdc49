import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useOperator } from '../state/operator.ts';
import { ACTION_WORDS } from '../words/paperSteps.ts';

/** Asks for the name that a step is to stand under in the register, in the dialog itself. `title`: why. Nothing where there was one as it opened. */
export function NamelessHint({ title = ACTION_WORDS.nameless }: { readonly title?: string }) {
  const { name, rename } = useOperator();
  const [wasNameless] = useState(name.trim() === '');
  if (!wasNameless) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={title}
      style={{ margin: '8px 0' }}
      data-testid="nameless"
      description={
        <Input
          size="small"
          aria-label={ACTION_WORDS.operator}
          placeholder={ACTION_WORDS.operator}
          maxLength={20}
          style={{ width: 160 }}
          value={name}
          // The dialog takes the focus for itself when it has opened; this field is where it goes on.
          autoFocus
          data-testid="nameless-operator"
          onChange={(event) => rename(event.target.value)}
        />
      }
    />
  );
}
