import { App } from 'antd';
import { useState } from 'react';
import type { WordTemplate } from '../../../electron/contract/papers.ts';
import { actionsOf } from '../../api/actionsOf.ts';
import { filesOfList, handOver } from '../../api/files.ts';
import { asRequestError, type RequestError } from '../../api/requestError.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import { byOperator } from '../../state/operator.ts';
import { TEMPLATE_WORDS as W } from '../../words/wordTemplate.ts';

interface Candidate {
  readonly path: string;
  readonly template: WordTemplate;
}

/** The office's own Word template: the one in use, and one being looked at before it is taken. */
export function useWordTemplate() {
  const { message } = App.useApp();
  const save = useSaving();
  const used = useRequest('wordTemplate.get', {});
  const checking = useAction('wordTemplate.check');
  const saving = useAction('wordTemplate.save');
  const removing = useAction('wordTemplate.remove');
  const sampling = useAction('wordTemplate.sample');
  const actions = actionsOf([checking, saving, removing, sampling]);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [handingError, setHandingError] = useState<RequestError>();
  return {
    used,
    candidate,
    busy: actions.busy,
    error: handingError ?? actions.error,
    clearError() {
      setHandingError(undefined);
      actions.clearError();
    },
    async choose(files: FileList | null) {
      const [picked] = filesOfList(files);
      if (!picked) return;
      setHandingError(undefined);
      try {
        const [source] = await handOver([picked], () => undefined, new AbortController().signal);
        if (!source) return;
        const template = await checking.run({ path: source.path });
        setCandidate(template ? { path: source.path, template } : null);
      } catch (thrown) {
        setHandingError(asRequestError(thrown));
      }
    },
    async use() {
      if (!candidate) return;
      const template = await saving.run({ path: candidate.path, ...byOperator() });
      if (!template) return;
      message.success(`${W.saved}：${template.name}`);
      setCandidate(null);
    },
    leave: () => setCandidate(null),
    async remove() {
      const done = await removing.run(byOperator());
      if (done !== undefined) message.success(W.removed);
    },
    async sample() {
      await save(await sampling.run({}), { word: '已导出' });
    },
  };
}
