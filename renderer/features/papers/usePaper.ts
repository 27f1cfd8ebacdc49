import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DocumentFormat } from '../../../electron/contract/circulars.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { PaperView } from '../../../electron/contract/papers.ts';
import { actionsOf } from '../../api/actionsOf.ts';
import { request } from '../../api/request.ts';
import { asRequestError } from '../../api/requestError.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import type { OpenFigure } from '../../parts/useFigure.ts';
import { byOperator } from '../../state/operator.ts';
import { COMPOSER_WORDS } from '../../words/composer.ts';
import { ACTION_WORDS as A } from '../../words/paperSteps.ts';
import { blockActions } from './blockActions.ts';
import { guardWindow } from './guardWindow.ts';
import { leaveKeeper, openKeeper } from './openPapers.ts';
import { showTop } from './PaperPreview.tsx';
import { type Fields, paperChosen } from './paperFields.ts';
import type { PaperStore } from './paperKeeper.ts';
import { printPage } from './printPage.ts';
import { usePaperAddress } from './usePaperAddress.ts';
import { withVoidMark } from './voidMark.ts';

const STORE: PaperStore = {
  get: (id) => request('papers.get', { id }),
  save: (id, revision, change) => request('papers.save', { id, revision, change, ...byOperator() }),
  asError: asRequestError,
};

/** One paper on screen: its text and what is done to it, the print page, its steps and its files. */
export function usePaper(id: number) {
  const { message } = App.useApp();
  const save = useSaving();
  const { open, close } = usePaperAddress();
  const keeper = useMemo(() => openKeeper(id, STORE), [id]);
  const kept = useSyncExternalStore(keeper.subscribe, keeper.state);
  const [figure, setFigure] = useState<OpenFigure | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const { view } = kept;
  const page = useRequest('papers.page', view ? { id } : null);
  const isVoid = view?.paper.state === 'void';
  const html = page.data && isVoid ? withVoidMark(page.data.html) : page.data?.html;
  const fonts = useRequest('fonts.check', {});
  const directory = useDirectory();
  const actions = {
    check: useAction('papers.check'),
    reopen: useAction('papers.reopen'),
    issue: useAction('papers.issue'),
    void: useAction('papers.void'),
    remove: useAction('papers.remove'),
    correct: useAction('papers.correct'),
    write: useAction('papers.write'),
    print: useAction('papers.page'),
  };

  useEffect(() => {
    guardWindow(() => message.warning(COMPOSER_WORDS.held));
    void keeper.load();
    return () => void leaveKeeper(keeper).then((isStored) => isStored || message.warning(COMPOSER_WORDS.unstored));
  }, [keeper, message]);

  const openFigure = useCallback((ref: FigureRef, shown: string) => setFigure({ ref, shown }), []);
  const blocks = useMemo(() => blockActions(keeper, openFigure), [keeper, openFigure]);
  /** What was typed is stored first, and the step is about what is shown then; the answer is what is shown from then on. */
  const done = async (
    answer: (revision?: number) => Promise<PaperView | undefined>,
    word: string,
  ): Promise<boolean> => {
    if (!(await keeper.settle())) return false;
    const next = await answer(keeper.state().view?.paper.revision);
    if (!next) return false;
    keeper.show(next);
    message.success(word);
    return true;
  };
  const all = actionsOf(Object.values(actions));
  return {
    ...kept,
    paper: view ? paperChosen(view.paper, kept.fields) : undefined,
    edits: kept.history.present,
    keeper,
    blocks,
    page,
    html,
    frame,
    fonts: fonts.data ?? [],
    directory,
    figure,
    /** What the form changes stands at the top of the first page, but for the place of the seal. */
    chooseForm(change: Fields) {
      keeper.choose(change);
      if (change.form && !('seal' in change.form)) showTop(frame.current);
    },
    closeFigure: () => setFigure(null),
    busy: all.busy,
    actionError: all.error,
    clearActionError: all.clearError,
    writing: actions.write,
    printing: actions.print.busy,
    close,
    check: (note: string) => done((revision) => actions.check.run({ id, revision, note, ...byOperator() }), A.checked),
    reopen: (reason: string) =>
      done((revision) => actions.reopen.run({ id, revision, reason, ...byOperator() }), A.reopened),
    issue: (number: { readonly no?: number; readonly numbered?: boolean; readonly date?: string }) =>
      done((revision) => actions.issue.run({ id, revision, ...number, ...byOperator() }), A.issued),
    void: (reason: string) => done((revision) => actions.void.run({ id, revision, reason, ...byOperator() }), A.voided),
    async remove() {
      if (!(await actions.remove.run({ id, ...byOperator() }))) return;
      message.success(A.removed);
      close();
    },
    async correct() {
      const next = await actions.correct.run({ id, ...byOperator() });
      if (!next) return;
      message.success(A.correctBegun);
      open(next.paper.id);
    },
    async print() {
      if (!(await keeper.flush())) return;
      const answer = await actions.print.run({ id });
      if (answer) printPage(isVoid ? withVoidMark(answer.html) : answer.html);
    },
    async exportAs(format: DocumentFormat, template?: 'office') {
      if (!(await keeper.flush())) return;
      const file = await actions.write.run({ id, format, ...(template ? { template } : {}) });
      await save(file, { word: A.exported, ...(isVoid ? { warning: A.exportedVoid } : {}) });
    },
  };
}

export type OpenPaper = ReturnType<typeof usePaper>;
