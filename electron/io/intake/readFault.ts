import type { FileCode } from '../../contract/sheets.ts';

/** Why a file cannot be read on; made into a refusal by `readMailedFile` and nowhere else. `detail` is Chinese. */
export class ReadFault extends Error {
  readonly code: FileCode;
  readonly detail: string;

  constructor(code: FileCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'ReadFault';
    this.code = code;
    this.detail = detail;
  }
}
