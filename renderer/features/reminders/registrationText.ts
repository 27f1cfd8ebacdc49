interface Registration {
  /** Letters, one per unit. */
  readonly count: number;
  readonly numbered: boolean;
  /** Next number of the year's register; undefined: not known yet. */
  readonly next: number | undefined;
}

/** What writing the letters will put into the register, said beforehand: a number once given is not given back. */
export function registrationText({ count, numbered, next }: Registration): string {
  const entered = `将登记催报函 ${count} 件，并给每个单位各记一次催报（方式：催报函）`;
  if (!numbered) return `${entered}；不占发文字号。`;
  if (next === undefined) return `${entered}；依次编发文字号。`;
  const numbers = count === 1 ? `${next} 号` : `${next}—${next + count - 1} 号`;
  return `${entered}；占用本年发文字号 ${numbers}，写错了只能作废，不能收回。`;
}
