import type { Progress, Reply } from '../../electron/contract/reply.ts';

/** What the Electron preload puts on `window`; absent in a browser. */
export interface CreditDeskBridge {
  request(name: string, args: unknown, requestId: string): Promise<Reply<unknown>>;
  /** Asks the host to stop a running request. */
  cancel?(requestId: string): void;
  onProgress(callback: (event: { readonly requestId: string; readonly progress: Progress }) => void): () => void;
  onDataVersion(callback: (dataVersion: number) => void): () => void;
  pathOfFile(file: File): string;
  chooseFiles(): Promise<string[]>;
  saveOutput(path: string, suggestedName: string): Promise<string | null>;
  print(): Promise<void>;
  showInFolder(path: string): void;
}

declare global {
  interface Window {
    readonly creditDesk?: CreditDeskBridge;
  }
}

/** The bridge when the page runs in the desktop window, else undefined. */
export function bridge(): CreditDeskBridge | undefined {
  return window.creditDesk;
}
