/** Whether a file is what systems leave in folders and archives; no unit sent it. */
export function isLitter(name: string): boolean {
  const parts = name.split(/[\\/]|\s›\s/u);
  return parts.includes('__MACOSX') || LITTER.test(parts.at(-1) ?? '');
}

const LITTER = /(?:^\._.*|\.DS_Store|^Thumbs\.db|^desktop\.ini)$/iu;
