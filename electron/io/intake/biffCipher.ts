import { createHash } from 'node:crypto';
import { ReadFault } from './readFault.ts';

/** Takes the encryption off the records of a BIFF stream, in place. */
export interface BiffCipher {
  /** `content` of a record of this type, which begins at `position` of the stream. */
  apply(content: Buffer, type: number, position: number): void;
}

/**
 * The cipher of a FILEPASS record ([MS-XLS] 2.4.117) under the first fitting password. Files that Excel encrypts only to
 * mark them as read-only open by themselves. Throws `encrypted` without passwords, `wrong_password` when none fits.
 */
export function openBiffCipher(filePass: Buffer, passwords: readonly string[]): BiffCipher {
  if (filePass.length < 6 || filePass.readUInt16LE(0) !== RC4_METHOD) throw unknownMethod();
  const major = filePass.readUInt16LE(2);
  const minor = filePass.readUInt16LE(4);
  const keys = major === 1 && minor === 1 ? plainKeys(filePass) : minor === 2 ? providerKeys(filePass) : null;
  if (!keys) throw unknownMethod();
  for (const password of [...passwords, READ_ONLY_PASSWORD]) {
    const keyOf = keys.withPassword(Buffer.from(password, 'utf16le'));
    const sample = rc4Stream(keyOf(0), keys.verifier.length + keys.verifierHash.length);
    const verifier = mixed(keys.verifier, sample, 0);
    const expected = mixed(keys.verifierHash, sample, keys.verifier.length);
    if (createHash(keys.hash).update(verifier).digest().equals(expected)) return rc4Cipher(keyOf);
  }
  throw new ReadFault(passwords.length > 0 ? 'wrong_password' : 'encrypted', '设有打开密码');
}

/** Excel encrypts write-protected workbooks with this well-known word ([MS-XLS] 2.4.191 and its notes). */
export const READ_ONLY_PASSWORD = 'VelvetSweatshop';

/** Key of a block of 1024 bytes of the stream. */
type KeyOfBlock = (block: number) => Buffer;

interface Keys {
  readonly hash: 'md5' | 'sha1';
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
  withPassword(password: Buffer): KeyOfBlock;
}

const RC4_METHOD = 1;
const BLOCK_BYTES = 1024;

/** [MS-OFFCRYPTO] 2.3.6: RC4 with 40 bits of an MD5 hash. */
function plainKeys(filePass: Buffer): Keys {
  const salt = part(filePass, 6, 16);
  return {
    hash: 'md5',
    verifier: part(filePass, 22, 16),
    verifierHash: part(filePass, 38, 16),
    withPassword(password) {
      const first = digest('md5', password).subarray(0, 5);
      const rounds = Array.from({ length: 16 }, () => [first, salt]).flat();
      const base = digest('md5', ...rounds).subarray(0, 5);
      return (block) => digest('md5', base, uint32(block));
    },
  };
}

/** [MS-OFFCRYPTO] 2.3.5: RC4 by a cryptographic provider, SHA-1, keys of 40 to 128 bits. */
function providerKeys(filePass: Buffer): Keys {
  const headerBytes = filePass.readUInt32LE(10);
  const header = 14;
  const verifierAt = header + headerBytes;
  if (filePass.length < verifierAt + 60) throw unknownMethod();
  const keyBits = filePass.readUInt32LE(header + 16) || 40;
  if (filePass.readUInt32LE(header + 8) !== RC4_ALGORITHM || keyBits > 128 || keyBits % 8 !== 0) throw unknownMethod();
  const salt = part(filePass, verifierAt + 4, 16);
  return {
    hash: 'sha1',
    verifier: part(filePass, verifierAt + 20, 16),
    verifierHash: part(filePass, verifierAt + 40, 20),
    withPassword(password) {
      const base = digest('sha1', salt, password);
      return (block) => {
        const key = digest('sha1', base, uint32(block)).subarray(0, keyBits / 8);
        // A key of 40 bits is filled up with zeros.
        return keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
      };
    },
  };
}

const RC4_ALGORITHM = 0x6801;

/** BOF, FILEPASS, INTERFACEHDR, USREXCL, FILELOCK, RRDINFO and RRDHEAD stay readable ([MS-XLS] 2.2.10). */
const PLAIN_RECORDS: ReadonlySet<number> = new Set([0x809, 0x2f, 0xe1, 0x194, 0x195, 0x196, 0x138]);
/** Of BOUNDSHEET only the place of the sheet does. */
const BOUNDSHEET = 0x85;

function rc4Cipher(keyOf: KeyOfBlock): BiffCipher {
  let block = -1;
  let stream: Buffer = Buffer.alloc(0);
  return {
    apply(content, type, position) {
      if (PLAIN_RECORDS.has(type)) return;
      for (let i = type === BOUNDSHEET ? 4 : 0; i < content.length; i++) {
        const at = position + i;
        if (Math.floor(at / BLOCK_BYTES) !== block) {
          block = Math.floor(at / BLOCK_BYTES);
          stream = rc4Stream(keyOf(block), BLOCK_BYTES);
        }
        content[i] = (content[i] ?? 0) ^ (stream[at % BLOCK_BYTES] ?? 0);
      }
    },
  };
}

/** The first bytes of the RC4 key stream; written out because OpenSSL 3 no longer offers the cipher. */
function rc4Stream(key: Buffer, length: number): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const stream = Buffer.alloc(length);
  for (let n = 0, i = 0, j = 0; n < length; n++) {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    stream[n] = state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0;
  }
  return stream;
}

function mixed(bytes: Buffer, stream: Buffer, from: number): Buffer {
  return Buffer.from(bytes.map((byte, i) => byte ^ (stream[from + i] ?? 0)));
}

function part(bytes: Buffer, at: number, length: number): Buffer {
  if (bytes.length < at + length) throw unknownMethod();
  return Buffer.from(bytes.subarray(at, at + length));
}

function digest(algorithm: 'md5' | 'sha1', ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const bytes of parts) hash.update(bytes);
  return hash.digest();
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function unknownMethod(): ReadFault {
  return new ReadFault('unsupported_format', '用少见方法加密的工作簿');
}
