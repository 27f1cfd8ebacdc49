import { attributeOf } from './xmlHandler.ts';

/** Collects the text of a shared or inline string: its runs joined, phonetic readings left out. */
export interface RichText {
  begin(): void;
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** The collected text, `_x000D_` and the like decoded. */
  value(): string;
  /** Every run is struck through. */
  struckOut(): boolean;
}

/** Makes a collector; `begin` empties it for the next string. */
export function createRichText(): RichText {
  let collected = '';
  let inText = false;
  let phonetic = false;
  let runStruck = false;
  let struckRuns = 0;
  let plainRuns = 0;
  return {
    begin() {
      collected = '';
      inText = phonetic = runStruck = false;
      struckRuns = plainRuns = 0;
    },
    open(name, attributes) {
      if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'r') runStruck = false;
      else if (name === 'strike') runStruck = isOn(attributeOf(attributes, 'val'));
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'r') runStruck = false;
    },
    text(text) {
      if (!inText) return;
      collected += text;
      if (runStruck) struckRuns++;
      else if (text.trim() !== '') plainRuns++;
    },
    value: () => decodeEscapes(collected),
    struckOut: () => struckRuns > 0 && plainRuns === 0,
  };
}

/** Decodes `_x000D_` escapes of cell text (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A boolean element without `val` is on. */
function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false';
}
