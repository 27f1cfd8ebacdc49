import type { Workbook } from '../../contract/sheets.ts';
import { READ_ONLY_PASSWORD } from './biffCipher.ts';
import { openCompoundFile } from './compoundFile.ts';
import { type ByteSource, fileBytes } from './compoundFileBytes.ts';
import { FORMATS } from './formats.ts';
import type { ReadSource } from './readers.ts';
import { ReadFault } from './readFault.ts';
import { sniffZip } from './sniffZip.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zipArchive.ts';

/** Reads an encrypted `.xlsx` under the first fitting password. The decrypted bytes stay in memory and nowhere else. */
export async function readEncrypted({ file, name, passwords, limits }: ReadSource): Promise<Workbook> {
  const { size } = await file.stat();
  const zip = await openZip(await decryptPackage(fileBytes(file, size), passwords), limits);
  const format = await sniffZip(zip, name);
  if (format !== 'xlsx') throw new ReadFault('unsupported_format', `加密的${FORMATS[format].label}`);
  return { ...(await readXlsx(zip, limits)), locked: true };
}

/**
 * The package inside an encrypted Office file ([MS-OFFCRYPTO] 2.3.4: standard and agile encryption). Files encrypted only to
 * mark them as read-only open by themselves. Throws `encrypted` without passwords, `wrong_password` when none fits.
 */
async function decryptPackage(bytes: ByteSource, passwords: readonly string[]): Promise<Buffer> {
  if (bytes.size > MAX_BYTES) {
    throw new ReadFault('too_large', `设有打开密码，且超过 ${MAX_BYTES / MEGABYTE} MB；请让单位去掉密码`);
  }
  checkMethod(bytes);
  const whole = bytes.read(0, bytes.size);
  // Loaded only now: most files are not encrypted.
  const { default: crypto } = await import('officecrypto-tool');
  for (const password of [...passwords, READ_ONLY_PASSWORD]) {
    if (password === '') continue;
    try {
      return await crypto.decrypt(whole, { password });
    } catch (error) {
      if (!(error instanceof Error && error.message === WRONG_PASSWORD)) throw damaged();
    }
  }
  throw new ReadFault(passwords.length > 0 ? 'wrong_password' : 'encrypted', '设有打开密码');
}

const MEGABYTE = 1024 * 1024;
/** Decrypting holds the file several times. */
const MAX_BYTES = 64 * MEGABYTE;
/** More rounds are against the format ([MS-OFFCRYPTO] 2.3.4.10) and only meant to keep a reader busy. */
const MAX_SPINS = 10_000_000;
const WRONG_PASSWORD = 'The password is incorrect';

/** Refuses what the library cannot decrypt or would take for ever with, before it is asked. */
function checkMethod(bytes: ByteSource): void {
  const compound = openCompoundFile(bytes);
  const info = compound.stream('EncryptionInfo');
  if (!info) throw new ReadFault('unsupported_format', '用权限管理（IRM）加密的文件');
  if (!compound.stream('EncryptedPackage')) throw damaged();
  const head = info.read(0, MAX_INFO);
  if (head.length < 8) throw damaged();
  const major = head.readUInt16LE(0);
  const minor = head.readUInt16LE(2);
  if (major === 4 && minor === 4) {
    const spins = [...head.toString('latin1', 8).matchAll(/spinCount\s*=\s*["'](\d+)/gu)].map((match) =>
      Number(match[1]),
    );
    if (spins.length === 0) throw damaged();
    if (Math.max(...spins) > MAX_SPINS) throw new ReadFault('too_large', '密码校验次数超出规定');
  } else if (minor === 2 && major >= 2 && major <= 4) {
    const keyBits = head.length >= 32 ? head.readUInt32LE(28) : 0;
    if (keyBits !== 128) throw new ReadFault('unsupported_format', '用少见方法加密的工作簿');
  } else throw new ReadFault('unsupported_format', '用少见方法加密的工作簿');
}

const MAX_INFO = 64 * 1024;

function damaged(): ReadFault {
  return new ReadFault('truncated', '加密的内容不完整');
}
