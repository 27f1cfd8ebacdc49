import { randomBytes } from 'node:crypto';

/** What a file that has not got its name yet ends in; such files are no originals and no outputs. */
export const STAGING_ENDING = '.partial';

/** A name beside the final one that nobody else uses, in this process or another, for writing a file that is moved into place when whole. */
export function stagingPath(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}${STAGING_ENDING}`;
}
