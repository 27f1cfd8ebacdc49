import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { CircularDocument, DocumentFormat } from '../../../electron/contract/circulars.ts';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';
import { type CircularChoice, useCircularDrafts } from './circularDrafts.ts';
import { type CircularEdit, editCircular, withNumber } from './editCircular.ts';

const NOTHING_CHOSEN: CircularChoice = { no: undefined, asOf: undefined };
/** The preview follows the typing at this distance, in milliseconds. */
const PREVIEW_DELAY = 400;

/** The circular of the chosen period: choices, composing, edits, preview and exports. */
export function useCircular() {
  const { message } = App.useApp();
  const [period] = usePeriod();
  const { drafts, choices, put, choose } = useCircularDrafts();
  const composing = useAction('circulars.compose');
  const writing = useAction('circulars.write');
  const draft = drafts[period];
  const choice = choices[period] ?? NOTHING_CHOSEN;
  const settled = useSettled(draft?.edited);
  const page = useRequest('circulars.page', settled ? { document: settled } : null);

  const compose = async () => {
    const document = await composing.run({ period, no: choice.no, asOf: choice.asOf });
    if (document) put(period, { composed: document, edited: document });
  };
  const edit = (change: CircularEdit) => {
    if (draft) put(period, { ...draft, edited: editCircular(draft.edited, change) });
  };
  const change = (part: Partial<CircularChoice>) => {
    choose(period, { ...choice, ...part });
    if (draft && 'no' in part) {
      edit({ edit: 'field', field: 'documentNo', text: withNumber(draft.edited.documentNo, part.no) });
    }
  };
  const reset = () => {
    if (!draft) return;
    const documentNo = withNumber(draft.composed.documentNo, choice.no);
    put(period, { ...draft, edited: { ...draft.composed, documentNo } });
  };
  const exportAs = async (format: DocumentFormat) => {
    if (!draft) return;
    const file = await writing.run({ document: draft.edited, format });
    if (file && (await saveWritten(file))) message.success(`${W.exported}：${file.name}`);
  };

  return {
    period,
    choice,
    change,
    draft,
    changed: draft !== undefined && !sameText(draft.edited, draft.composed),
    compose,
    composing,
    edit,
    reset,
    page,
    exportAs,
    writing,
  };
}

/** The number may be given at any time without counting as an edit. */
function sameText(a: CircularDocument, b: CircularDocument): boolean {
  return a === b || JSON.stringify({ ...a, documentNo: '' }) === JSON.stringify({ ...b, documentNo: '' });
}

/** The document once the typing pauses; a first document at once. */
function useSettled(document: CircularDocument | undefined): CircularDocument | undefined {
  const [settled, setSettled] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(document), PREVIEW_DELAY);
    return () => clearTimeout(timer);
  }, [document]);
  return document && settled?.period === document.period ? settled : document;
}
