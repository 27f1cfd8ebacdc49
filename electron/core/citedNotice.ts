import type { Office } from '../contract/profiles.ts';

/**
 * The notice a paper may cite as what it acts upon, as it stands between 《》 and （）; null of one without a number: the general duty set comes
 * with a name in its place (`本办通知`), and a county would print as a ground what nobody ever issued.
 */
export function citedNotice({ notice: { title, documentNo } }: Pick<Office, 'notice'>) {
  if (title.trim() === '' || !/\d/u.test(documentNo.normalize('NFKC'))) return null;
  // Inside 《》 a document's name stands in 〈〉 (GB/T 15834): 《关于印发〈工作要点〉的通知》.
  const notice = title
    .replace(/^《(.*)》$/u, '$1')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉');
  return { notice, noticeNo: documentNo };
}
