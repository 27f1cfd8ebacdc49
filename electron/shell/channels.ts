/** The one channel from the page to the program, and the two from the program to the page. */
export const REQUEST_CHANNEL = 'credit-desk:request';
export const PROGRESS_CHANNEL = 'credit-desk:progress';
export const DATA_VERSION_CHANNEL = 'credit-desk:data-version';
