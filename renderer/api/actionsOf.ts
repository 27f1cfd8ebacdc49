import type { RequestError } from './requestError.ts';

/** What several actions have in common. */
interface OneAction {
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly clearError: () => void;
}

/** The actions of one screen taken together: whether one of them is under way, the first refusal, and forgetting all refusals. */
export function actionsOf(actions: readonly OneAction[]) {
  return {
    busy: actions.some(({ busy }) => busy),
    error: actions.find(({ error }) => error !== undefined)?.error,
    clearError() {
      for (const action of actions) action.clearError();
    },
  };
}
