const FOUR = ['permit-legal', 'permit-person', 'penalty-legal', 'penalty-person'] as const;
const SEVEN = [...FOUR, 'coercion', 'award', 'confirmation', 'adjudication', 'inspection'] as const;

/** Tables that notices name together: 双公示, 双公示 and five other acts (七类), all ten acts (domain.md §2). */
export const TEMPLATE_SETS: readonly { readonly title: string; readonly templates: readonly string[] }[] = [
  { title: '双公示', templates: FOUR },
  { title: '七类', templates: SEVEN },
  { title: '十类', templates: [...SEVEN, 'collection', 'payment', 'compensation'] },
];
