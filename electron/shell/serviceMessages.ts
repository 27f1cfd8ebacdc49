import type { Progress, Reply } from '../contract/reply.ts';

/** What the service needs to open the data folder; paths only, because messages are copied between processes. */
export interface ServiceStart {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly migrationsFolder: string;
  readonly workerUrl: string;
  readonly version: string;
  readonly demo: boolean;
}

/** Main process → service. `id` is the main process's own count, never what the page sent. */
export type ToService =
  | { readonly kind: 'start'; readonly start: ServiceStart }
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly args: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'printed'; readonly id: number; readonly pdf: Uint8Array | null; readonly error: string | null }
  | { readonly kind: 'stop' };

/** Service → main process. `print` asks for a PDF of a page, which only the main process can make. */
export type FromService =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'print'; readonly id: number; readonly html: string };
