/**
 * The phones of a cell in one way of writing: `138 0000-0001／0377 69660000转8001` is `13800000001、0377-69660000转8001`. What holds no phone
 * stays as it is.
 */
export function phonesOf(text: string): string {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;/\n]|或|(?<=\d{7})\s+(?=\(?[01]\d|\+86)/u)
    .map(phoneOf)
    .filter((part) => part !== '');
  return parts.some((part) => PHONE.test(part)) ? parts.join('、') : text;
}

/** A phone of which a sheet kept the first digits: `1.38E+10`. */
export const isRoundedPhone = (text: string): boolean => /^\d(\.\d+)?e\+?\d{1,2}$/iu.test(text.trim());

function phoneOf(text: string): string {
  const bare = text.trim().replace(/[‐-―−－]/gu, '-');
  const mobile = bare.replace(/[\s-]/gu, '').replace(/^\+?86(?=1\d{10}$)/u, '');
  if (MOBILE.test(mobile)) return mobile;
  const line = /^\(?(0\d{2,3})\)?[\s-]*(\d{3,4}[\s-]?\d{4})(.*)$/u.exec(bare);
  if (!line) return bare;
  const extension = (line[3] ?? '').replace(/\s/gu, '').replace(/^(-|转|转接|分机)(?=\d)/u, '转');
  return `${line[1]}-${(line[2] ?? '').replace(/[\s-]/gu, '')}${extension}`;
}

const MOBILE = /^1\d{10}$/u;
const PHONE = /^(1\d{10}|(0\d{2,3}-)?\d{7,8}(转\d{1,6})?)$/u;
