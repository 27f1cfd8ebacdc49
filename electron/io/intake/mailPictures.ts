import { pictureSize } from './pictureSize.ts';
import type { MailAttachment, ReadMail } from './readEml.ts';

/** The attachments of a mail, and the small pictures of its text that are none. */
export interface SortedAttachments {
  readonly kept: readonly MailAttachment[];
  /** Names of what is left inside the mail; told, never dropped in silence. */
  readonly small: readonly string[];
}

/**
 * A picture in the text of a mail is a paper like any other (a photographed table, a screenshot) unless it is as small as the icons of
 * signatures are: under 200 × 200 pixels in all, or, where its header does not say, under 10 kB. A mail that brings nothing but pictures
 * keeps them all.
 */
export function sortAttachments({ attachments }: ReadMail): SortedAttachments {
  if (attachments.every(({ inline }) => inline)) return { kept: attachments, small: [] };
  const isSmall = new Map(attachments.map((one) => [one, one.inline && isIcon(one.bytes())]));
  return {
    kept: attachments.filter((one) => !isSmall.get(one)),
    small: attachments.filter((one) => isSmall.get(one)).map(({ name }) => name),
  };
}

const MOST_PIXELS = 200 * 200;
const MOST_BYTES = 10 * 1024;

function isIcon(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  return size === null ? bytes.length < MOST_BYTES : size.width * size.height < MOST_PIXELS;
}
