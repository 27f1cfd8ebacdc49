import type { AsOf } from './asOf.ts';
import type { Allotment, Assignment, Coverage, Draw, Exemption, SavedAllotments } from './assignments.ts';
import type { CalendarChange, CalendarDraft, CalendarYear, DueItem, HolidayNotice } from './calendar.ts';
import type { DutyEvent, EventDraft } from './events.ts';
import type { Day, Period } from './time.ts';

/** Who owes a duty, how much, from when to when, and by which calendar: part of the one map of requests. */
export interface DutyRequests {
  'assignments.list': {
    args: { readonly unit?: string | undefined; readonly duty?: string | undefined };
    result: readonly Assignment[];
  };
  'assignments.save': {
    args: Omit<Assignment, 'id' | 'at' | 'by'> & { readonly by?: string | undefined };
    result: Assignment;
  };
  'assignments.withdraw': { args: { readonly id: number; readonly by?: string | undefined }; result: Assignment };
  'exemptions.list': {
    args: { readonly unit?: string | undefined; readonly duty?: string | undefined };
    result: readonly Exemption[];
  };
  'exemptions.save': {
    args: Omit<Exemption, 'id' | 'at' | 'by'> & { readonly by?: string | undefined };
    result: Exemption;
  };
  'exemptions.withdraw': { args: { readonly id: number; readonly by?: string | undefined }; result: Exemption };
  'allotments.list': {
    args: { readonly duty: string; readonly period?: Period | undefined };
    result: readonly Allotment[];
  };
  /** All numbers of a duty and period at once; a unit left out has none yet and still owes the duty, one given 0 does not. */
  'allotments.save': {
    args: {
      readonly duty: string;
      readonly period: Period;
      readonly counts: Readonly<Record<string, number>>;
      readonly by?: string | undefined;
    };
    result: SavedAllotments;
  };
  /** The draws of the cover period that holds `period`. */
  'draws.coverage': { args: { readonly duty: string; readonly period: Period }; result: Coverage };
  'draws.make': {
    args: {
      readonly duty: string;
      readonly period: Period;
      /** Without it one is made and kept. */
      readonly seed?: string | undefined;
      readonly note?: string | undefined;
      readonly by?: string | undefined;
    };
    result: Draw;
  };
  'draws.withdraw': {
    args: { readonly id: number; readonly reason: string; readonly by?: string | undefined };
    result: Draw;
  };
  'events.list': {
    args: AsOf & {
      readonly duty?: string | undefined;
      readonly unit?: string | undefined;
      readonly open?: boolean | undefined;
    };
    result: readonly DutyEvent[];
  };
  'events.save': { args: { readonly event: EventDraft; readonly by?: string | undefined }; result: DutyEvent };
  'events.withdraw': {
    args: { readonly id: number; readonly reason: string; readonly by?: string | undefined };
    result: DutyEvent;
  };

  'calendar.show': { args: { readonly year: number }; result: CalendarYear };
  /** A year's notice from a file (holiday-cn JSON) or pasted text, to look at before it is saved. */
  'calendar.read': {
    args: { readonly path?: string | undefined; readonly text?: string | undefined };
    result: CalendarDraft;
  };
  'calendar.save': {
    args: { readonly notice: HolidayNotice; readonly by?: string | undefined };
    result: CalendarChange;
  };
  /** Takes the imported notice of a year back: the one that ships holds again. */
  'calendar.reset': {
    args: { readonly year: number; readonly by?: string | undefined };
    result: CalendarChange;
  };
  /** Adds or (kind null) removes a day of this county. */
  'calendar.saveCounty': {
    args: {
      readonly day: Day;
      readonly kind: 'off' | 'work' | null;
      readonly name: string;
      readonly reason: string;
      readonly by?: string | undefined;
    };
    result: CalendarChange;
  };
  /** What falls due between two days. */
  'calendar.due': {
    args: AsOf & { readonly from: Day; readonly to: Day; readonly unit?: string | undefined };
    result: readonly DueItem[];
  };
}
