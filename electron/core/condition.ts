import type { Condition, Template } from '../contract/templates.ts';
import type { Values } from './validate.ts';

/** Whether a row meets a condition of a template. */
export function holds(condition: Condition, values: Values): boolean {
  const value = values.get(condition.field)?.value ?? null;
  const text = value === null ? '' : String(value);
  if ('is' in condition) return (text === '') === (condition.is === 'empty');
  if ('in' in condition) return text !== '' && condition.in.includes(text);
  if ('notIn' in condition) return text !== '' && !condition.notIn.includes(text);
  return condition.contains.some((part) => text.includes(part));
}

/** A condition in words, for a finding: `“处罚类别”含“罚款”`. */
export function conditionSentence(condition: Condition, template: Template): string {
  const name = template.columns.find((column) => column.id === condition.field)?.name ?? condition.field;
  if ('is' in condition) return `“${name}”${condition.is === 'empty' ? '为空' : '已填'}`;
  if ('in' in condition) return `“${name}”为“${condition.in.join('、')}”`;
  if ('notIn' in condition) return `“${name}”不是“${condition.notIn.join('、')}”`;
  return `“${name}”含“${condition.contains.join('”或“')}”`;
}
