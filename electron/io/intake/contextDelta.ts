import type { AnalyseContext } from '../../core/analysed.ts';

/** What crosses to the worker of a context: templates, units and duties are the same for hundreds of files and stay there. */
export interface ContextDelta {
  readonly given: Partial<AnalyseContext>;
  /** Fields that are what they were in the context before. */
  readonly same: readonly string[];
}

/** The sender's side: leaves out what is the very same value as in the context sent before to this worker. */
export function createContextSender(): (context: AnalyseContext) => ContextDelta {
  let before = new Map<string, unknown>();
  return (context) => {
    const fields = Object.entries(context);
    const isSame = ([name, value]: [string, unknown]): boolean =>
      typeof value === 'object' && value !== null && before.get(name) === value;
    const delta = {
      given: Object.fromEntries(fields.filter((field) => !isSame(field))),
      same: fields.filter(isSame).map(([name]) => name),
    };
    before = new Map(fields);
    return delta;
  };
}

/** The worker's side: the whole context again, its unchanged values being the same objects as before. */
export function createContextReceiver(): (delta: ContextDelta) => AnalyseContext {
  let before = new Map<string, unknown>();
  return ({ given, same }) => {
    const whole = { ...given, ...Object.fromEntries(same.map((name) => [name, before.get(name)])) };
    before = new Map(Object.entries(whole));
    return whole as AnalyseContext; // What the sender took apart.
  };
}
