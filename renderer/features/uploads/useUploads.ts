import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { UPLOAD_WORDS as W } from '../../words/uploads.ts';

/** The upload being prepared for a template and the chosen period, and those made before. */
export function useUploads() {
  const { message } = App.useApp();
  const save = useSaving();
  const [params, setParams] = useSearchParams();
  const [period] = usePeriod();
  const directory = useDirectory();
  const template = params.get('template');
  const [includeChanged, setIncludeChanged] = useState(false);
  const answer = useRequest('uploads.preview', template ? { template, period } : null);
  const history = useRequest('uploads.list', {});
  const writing = useAction('uploads.write');
  const undoing = useAction('uploads.undo');
  // The answer for another template or period stays until the new one comes.
  const { data } = answer;
  const preview = data && data.template === template && data.period === period ? data : undefined;
  const changed = useMemo(
    () => preview?.held.filter(({ reason }) => reason === 'changed_since_upload').length ?? 0,
    [preview],
  );

  const write = async () => {
    if (!template) return;
    const done = await writing.run({ template, period, includeChanged, ...byOperator() });
    if (!done?.written) return;
    message.success(`${W.written}：${done.rows} 条`);
    await save(done.written, { word: '已另存' });
  };
  const undo = async (id: string) => {
    if (await undoing.run({ id, ...byOperator() })) message.success(`${W.undone} ${id}`);
  };
  return {
    directory,
    period,
    template,
    choose: (id: string) => setParams({ template: id }),
    answer,
    preview,
    changed,
    /** Rows that writing now would give. */
    rows: (preview?.rows ?? 0) + (includeChanged ? changed : 0),
    includeChanged,
    setIncludeChanged,
    write,
    writing,
    history,
    undo,
    undoing,
  };
}
