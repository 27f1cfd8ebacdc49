import { useEffect, useState } from 'react';
import type { Template, TemplateSummary } from '../../electron/contract/templates.ts';
import { request } from './request.ts';

/** The templates with all their columns, by id; those not yet there are missing from the map. */
export function useTemplates(summaries: readonly TemplateSummary[]): ReadonlyMap<string, Template> {
  const [templates, setTemplates] = useState<ReadonlyMap<string, Template>>(new Map());
  useEffect(() => {
    let current = true;
    // A template that cannot be had leaves its records with field ids for names; the list itself reports a lost service.
    Promise.allSettled(summaries.map(({ id }) => request('templates.get', { id }))).then((answers) => {
      const got = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      if (current) setTemplates(new Map(got.map((template) => [template.id, template])));
    });
    return () => {
      current = false;
    };
  }, [summaries]);
  return templates;
}
