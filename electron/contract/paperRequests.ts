import type { DocumentFormat, WrittenFile } from './circulars.ts';
import type {
  DocumentNumber,
  NumberRegister,
  PaperChange,
  PaperKind,
  PaperScope,
  PaperState,
  PaperSummary,
  PaperView,
  WordTemplate,
} from './papers.ts';
import type { Day, Moment, Period } from './time.ts';

type By = { readonly by?: string | undefined };
type Id = { readonly id: number };
/** What the person has seen (`Paper.revision`): a step about another text than that is refused (`paper_changed`); without it none is. */
type Seen = Id & { readonly revision?: number | undefined };

/** Papers that leave the office, their numbers and their register: part of the one map of requests. */
export interface PaperRequests {
  'papers.create': {
    args: By & {
      readonly kind: PaperKind;
      readonly period: Period;
      readonly asOf?: Moment | undefined;
      readonly scope?: PaperScope | undefined;
    };
    result: PaperView;
  };
  'papers.get': { args: Id; result: PaperView };
  /** Newest first. `search`: in title, number, addressee. */
  'papers.list': {
    args: {
      readonly search?: string | undefined;
      readonly kind?: PaperKind | undefined;
      readonly state?: PaperState | undefined;
      readonly year?: number | undefined;
      readonly period?: Period | undefined;
    };
    result: readonly PaperSummary[];
  };
  'papers.save': { args: By & Id & { readonly revision: number; readonly change: PaperChange }; result: PaperView };
  /** 审核; of a draft. */
  'papers.check': { args: By & Seen & { readonly note?: string | undefined }; result: PaperView };
  /** Back to draft, of a checked one. */
  'papers.reopen': { args: By & Seen & { readonly reason: string }; result: PaperView };
  /** 印发: freezes data, formulas, names and text. Without `no` the next number; `numbered: false`: a paper without one. */
  'papers.issue': {
    args: By &
      Seen & {
        readonly no?: number | undefined;
        readonly numbered?: boolean | undefined;
        readonly date?: Day | undefined;
      };
    result: PaperView;
  };
  'papers.void': { args: By & Seen & { readonly reason: string }; result: PaperView };
  /** Throws a draft away that was never checked and has no number. */
  'papers.remove': { args: By & Id; result: PaperSummary };
  /** Begins a 更正 of an issued paper from what the data say otherwise now. */
  'papers.correct': { args: By & Id; result: PaperView };
  'papers.page': { args: Id; result: { readonly html: string } };
  /** `template: 'office'`: in the office's own Word template. */
  'papers.write': {
    args: Id & {
      readonly format: DocumentFormat;
      readonly template?: 'office' | undefined;
      readonly out?: string | undefined;
    };
    result: WrittenFile;
  };
  'numbers.list': { args: { readonly year?: number | undefined }; result: NumberRegister };
  'numbers.reserve': {
    args: By & { readonly subject: string; readonly year?: number | undefined; readonly seq?: number | undefined };
    result: DocumentNumber;
  };
  /** Enters a number that a paper made elsewhere has. */
  'numbers.enter': {
    args: By & { readonly year: number; readonly seq: number; readonly subject: string };
    result: DocumentNumber;
  };
  /** `mistyped`: no paper ever bore it; it leaves the register, so that the year goes on where it stood. Refused (`number_state`) unless it is the last, behind a hole. */
  'numbers.void': {
    args: By & Id & { readonly reason: string; readonly mistyped?: boolean | undefined };
    result: DocumentNumber;
  };
  'wordTemplate.get': { args: Record<string, never>; result: WordTemplate | null };
  /** Only looks at a file. */
  'wordTemplate.check': { args: { readonly path: string }; result: WordTemplate };
  /** Takes it into the data folder; refused (`template_tags`) with unknown tags. */
  'wordTemplate.save': { args: By & { readonly path: string }; result: WordTemplate };
  'wordTemplate.remove': { args: By; result: null };
  /** A template to begin from, with every tag in its place. */
  'wordTemplate.sample': { args: { readonly out?: string | undefined }; result: WrittenFile };
}
