import type { AttachmentKind } from './imports.ts';
import type { Day, Moment, Period } from './time.ts';

/** A paper, picture or Word document that came with the files. Its original is archived like any other. */
export interface Attachment {
  readonly id: number;
  readonly batch: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly receivedAt: Moment;
  /** Where it is filed; null: not yet. */
  readonly unit: string | null;
  readonly duty: string | null;
  readonly period: Period | null;
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly day: Day | null;
  readonly text: string;
}
