import { App } from 'antd';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { byOperator } from '../../state/operator.ts';
import { RETURN_WORDS as W } from '../../words/returns.ts';
import { ReturnSlips } from './ReturnSlips.tsx';

/** The third page of 导入: everything that went back, and what came again. */
export function ReturnsTab() {
  const { message } = App.useApp();
  const directory = useDirectory();
  const slips = useRequest('returns.list', {});
  const withdrawing = useAction('returns.withdraw');
  const withdraw = async (id: number) => {
    if (await withdrawing.run({ id, ...byOperator() })) message.success(W.withdrawn);
  };
  return (
    <div className="fill scroll-table">
      <ErrorNotice error={slips.error ?? withdrawing.error} onRetry={slips.reload} />
      {slips.error ? null : (
        <ReturnSlips slips={slips.data} directory={directory} busy={withdrawing.busy} onWithdraw={withdraw} />
      )}
    </div>
  );
}
