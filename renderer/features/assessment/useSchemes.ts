import { App } from 'antd';
import { useState } from 'react';
import type { AssessmentEntry, AssessmentScheme } from '../../../electron/contract/assessment.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { byOperator } from '../../state/operator.ts';
import { SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { orphanedEntries } from './schemeEdit.ts';
import type { SourceNames } from './schemeSources.ts';

/** Which scheme is looked at: a version of the year, or one of those offered, by its place. */
export type SchemeChoice = `version ${number}` | `offered ${number}`;

/** What the page has asked for already. */
interface Known {
  readonly directory: Directory;
  readonly entries: readonly AssessmentEntry[];
}

/** The year's versions of the scheme, those to choose from, and the one being changed. */
export function useSchemes(year: number, isShown: boolean, { directory, entries }: Known) {
  const { message } = App.useApp();
  const versions = useRequest('assessment.versions', isShown ? { year } : null);
  const offered = useRequest('assessment.schemes', isShown ? {} : null);
  const indicators = useRequest('indicators.list', isShown ? { year } : null);
  const [choice, setChoice] = useState<SchemeChoice | null>(null);
  const [draft, setDraft] = useState<AssessmentScheme | null>(null);
  const saving = useAction('assessment.saveScheme');

  const all = versions.data ?? [];
  const inForce = all[0];
  const options: readonly { readonly choice: SchemeChoice; readonly scheme: AssessmentScheme }[] = [
    ...all.map(({ version, scheme }) => ({ choice: `version ${version}` as const, scheme })),
    ...(offered.data ?? []).map((scheme, place) => ({ choice: `offered ${place}` as const, scheme })),
  ];
  const shown = options.find((one) => one.choice === choice) ?? options[0];
  const indicatorTitles = new Map(indicators.data?.map(({ indicator }) => [indicator.id, indicator.title]));
  const names: SourceNames = {
    template: (id) => shortTemplateTitle(directory.templateTitle(id)),
    duty: directory.dutyTitle,
    indicator: (id) => indicatorTitles.get(id) ?? id,
  };
  return {
    versions: all,
    offered: offered.data ?? [],
    inForce,
    shown,
    isInForce: shown !== undefined && shown.choice === `version ${inForce?.version}`,
    choose: setChoice,
    error: versions.error ?? offered.error,
    names,
    templates: directory.templates,
    duties: directory.duties,
    indicators: [...indicatorTitles].map(([id, title]) => ({ id, title })),
    draft,
    edit: () => {
      saving.clearError();
      setDraft(shown?.scheme ?? null);
    },
    change: setDraft,
    discard: () => setDraft(null),
    /** Typed points that the changed scheme would have no item for. */
    orphaned: draft === null ? 0 : orphanedEntries(draft, entries),
    saving,
    async save(scheme: AssessmentScheme, reason: string): Promise<boolean> {
      const version = await saving.run({ year, scheme, reason, ...byOperator() });
      if (!version) return false;
      message.success(W.saved);
      setDraft(null);
      setChoice(null);
      return true;
    },
  };
}

export type SchemesView = ReturnType<typeof useSchemes>;
