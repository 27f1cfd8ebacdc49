import type { PaperKind } from '../contract/papers.ts';
import type { PaperBasis } from '../core/paperBasis.ts';
import { textsOf } from './circularWording.ts';
import { type Context, readDirectory, underOffice } from './context.ts';

/** What a paper composed now is composed from beside the data. */
export function basisOf(context: Context, kind: PaperKind): PaperBasis {
  const { office } = readDirectory(context.store().read);
  const { assessmentTexts: texts, assessmentSchemes: schemes } = context.resources;
  return {
    office,
    circular: textsOf(context, office.id),
    assessment: kind === 'assessment' ? { texts, schemes } : null,
  };
}

/** The application as it was when a paper was issued, over the data of now. Only for reading. */
export function asThen(context: Context, { office, circular, assessment }: PaperBasis): Context {
  const store = context.store();
  const then = { ...store, read: underOffice(store.read, office) };
  const resources = {
    ...context.resources,
    circularTexts: new Map([[office.id, circular]]),
    ...(assessment === null ? {} : { assessmentTexts: assessment.texts, assessmentSchemes: assessment.schemes }),
  };
  return {
    deps: context.deps,
    resources,
    calendar: context.calendar,
    intake: context.intake,
    store: () => then,
    create: context.create,
    isInitialised: context.isInitialised,
    renewCalendar: context.renewCalendar,
    close: context.close,
  };
}
