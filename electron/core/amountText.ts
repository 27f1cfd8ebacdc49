/**
 * Sum named in a decision's text in yuan, `罚款300元`, `罚款人民币1.5万元`, `处以1,000.00元罚款`; null if none or more than one is named.
 * Beside other sums of the text only those of the `kind` count: `罚款5000元，没收违法所得300元`.
 */
export function amountInYuan(text: string, kind: '罚款' | '没收' | null): number | null {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '');
  if (kind === null || !/罚款|没收/u.test(plain)) return onlySum(plain);
  const clauses = plain.split(/[,，。；;、\n]|并处?/u);
  return onlySum(clauses.filter((clause) => clause.includes(kind)).join(';'));
}

function onlySum(text: string): number | null {
  const sums = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(万)?元/gu)].map((m) => Number(m[1]) * (m[2] ? 10000 : 1));
  return new Set(sums).size === 1 ? (sums[0] ?? null) : null;
}
