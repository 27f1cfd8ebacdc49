import { useEffect, useRef } from 'react';
import type { Candidate } from '../../../electron/contract/imports.ts';
import { type Entry, questionOf } from './entries.ts';

/** 1–9 takes the n-th candidate of the open question, wherever the focus is but in a field. */
export function useQuestionKeys(entry: Entry | undefined, onTake: (candidate: Candidate) => void): void {
  const latest = useRef({ entry, onTake });
  latest.current = { entry, onTake };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/u.test(event.key) || isTyping(event)) return;
      const { entry: open, onTake: take } = latest.current;
      const candidate = open && questionOf(open)?.candidates[Number(event.key) - 1];
      if (!candidate) return;
      event.preventDefault();
      take(candidate);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** In a field, or while a drawer or dialog is open, digits are digits. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;
}
