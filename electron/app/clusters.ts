import { clusterGroups } from '../../db/queries/clusters.ts';
import type { Cluster } from '../contract/clusters.ts';
import type { Args } from '../contract.ts';
import { codesOfName, namesOfCode, nearDuplicates, subjectCodeField } from '../core/clusters.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { periodsIn } from './status.ts';

/** Look-alike subjects, codes and rows among the stored records, at most 200 of each kind and template. Suggested, never merged. */
export function listClusters(context: Context, query: Args<'records.clusters'>): readonly Cluster[] {
  const db = context.store().read;
  const directory = readDirectory(db);
  const { templates } = context.resources;
  if (query.template !== undefined && !templates.some((one) => one.id === query.template))
    throw new Refusal('template_unknown', query.template);
  const periods = query.period === undefined ? null : periodsIn(directory, query.period, context.calendar);
  return templates
    .filter((template) => query.template === undefined || template.id === query.template)
    .flatMap((template) => {
      const codeField = subjectCodeField(template);
      if (codeField === null) return [];
      const groups = clusterGroups(db, { template: template.id, codeField, unit: query.unit, periods }, MOST);
      return [
        ...[...groups.byCode].map(([code, group]) => namesOfCode(code, group)),
        ...[...groups.byName].map(([name, group]) => codesOfName(name, group)),
        ...[...groups.bySubjectAndDay].map(([key, group]) => nearDuplicates(key, group, template)),
      ].filter((cluster) => cluster !== null);
    });
}

const MOST = 200;
