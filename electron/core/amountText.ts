/** Sum named in a decision's text in yuan, `罚款300元`, `罚款人民币1.5万元`, `罚款1,000.00元`; null if none or more than one is named. */
export function amountInYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '');
  const sums = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*(万)?元/gu)].map((m) => Number(m[1]) * (m[2] ? 10000 : 1));
  return new Set(sums).size === 1 ? (sums[0] ?? null) : null;
}
