import { App } from 'antd';
import { useState } from 'react';
import type { CaseDraft } from '../../../electron/contract/cases.ts';
import type { Finding } from '../../../electron/contract/findings.ts';
import { useAction } from '../../api/useAction.ts';
import { byOperator } from '../../state/operator.ts';
import { CASE_WORDS as W } from '../../words/cases.ts';

/** Typing a case in: checked first, so that errors stand under their fields before anything is stored. */
export function useCaseEntry() {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const checking = useAction('cases.check');
  const adding = useAction('cases.add');
  const open = () => {
    setFindings([]);
    checking.clearError();
    adding.clearError();
    setOpen(true);
  };
  /** Saves what has no error, or with `anyway` what has. */
  const save = async (draft: CaseDraft, received: string | undefined, anyway: boolean) => {
    adding.clearError();
    const found = await checking.run({ draft, received });
    if (found === undefined) return;
    setFindings(found.findings);
    if (!anyway && found.findings.some(({ severity }) => severity === 'error')) return;
    if (!(await adding.run({ draft, received, ...byOperator() }))) return;
    message.success(W.added);
    // The form closes: what is to be looked at is in the drawer of the case, too.
    for (const remark of found.remarks) message.warning(remark.message, REMARK_SECONDS);
    setOpen(false);
  };
  return {
    isOpen,
    open,
    close: () => setOpen(false),
    findings,
    save,
    busy: checking.busy || adding.busy,
    error: checking.error ?? adding.error,
    /** A field was changed: what was found of it holds no longer. */
    forget: (field: string) => setFindings((before) => before.filter((one) => one.field !== field)),
  };
}

const REMARK_SECONDS = 12;
