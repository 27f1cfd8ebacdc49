import { TITLE_LIMIT } from '../../../electron/contract/papers.ts';
import { titleTooLong, COMPOSER_WORDS as W } from '../../words/composer.ts';

/** What is wrong with a title as it stands on screen, to be said below it; empty: nothing. Nothing typed or pasted is cut. */
export function faultOfTitle(title: string): string {
  if (title.trim() === '') return W.titleBlank;
  return title.length > TITLE_LIMIT ? titleTooLong(title.length, TITLE_LIMIT) : '';
}
