import { Alert } from 'antd';
import { useOperator } from '../../state/operator.ts';
import { ACTION_WORDS } from '../../words/papers.ts';

/** Says that a step will stand in the register without a name. Nothing where there is one. */
export function NamelessHint() {
  const name = useOperator((state) => state.name);
  if (name.trim() !== '') return null;
  return <Alert type="warning" showIcon title={ACTION_WORDS.nameless} style={{ margin: '8px 0' }} />;
}
