/** Codes of refusals that cross the wire; words for them are in `contract/words.ts`. */
export const ERROR_CODES = [
  'usage',
  'not_initialised',
  'already_initialised',
  'profile_unknown',
  'profile_damaged',
  'profile_newer',
  'profile_incomplete',
  'unit_unknown',
  'duty_unknown',
  'template_unknown',
  'group_unknown',
  'period_invalid',
  'period_not_of_duty',
  'moment_invalid',
  'year_unknown',
  'notice_unreadable',
  'notice_other_year',
  'notice_not_imported',
  'year_not_shipped',
  'county_day_unknown',
  'statement_required',
  'zero_not_taken',
  'batch_unknown',
  'batch_undone',
  'plan_changed',
  'file_missing',
  'file_locked',
  'file_unreadable',
  'output_failed',
  'format_unsupported',
  'resource_invalid',
  'database_newer',
  'data_folder_busy',
  'name_taken',
  'change_impossible',
  'finding_unknown',
  'reason_required',
  'submission_unknown',
  'record_unknown',
  'case_exists',
  'case_empty',
  'attachment_unknown',
  'upload_unknown',
  'return_unknown',
  'memory_unknown',
  'indicator_unknown',
  'indicator_counted',
  'nothing_to_return',
  'period_locked',
  'period_not_locked',
  'assignment_unknown',
  'exemption_unknown',
  'approval_required',
  'range_invalid',
  'until_too_early',
  'not_allotted',
  'not_sampled',
  'draw_exists',
  'draw_unknown',
  'nobody_to_draw',
  'not_an_event',
  'event_unknown',
  'event_too_early',
  'outcome_required',
  'cancelled',
  'service_stopped',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppError {
  readonly code: ErrorCode;
  /** The Chinese sentence, ready to show. */
  readonly message: string;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Progress of long work. */
export interface Progress {
  readonly step: 'read' | 'check' | 'commit' | 'write';
  readonly done: number;
  readonly total: number;
  /** What is being worked on. */
  readonly label: string;
}
