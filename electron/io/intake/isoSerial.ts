import { serialOfDay } from '../../core/serialDay.ts';

/** Serial number (1900 system) of an ISO day or date-time as XML writes it; `null` for anything else and days before March 1900. */
export function isoSerial(text: string): number | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const serial = serialOfDay(year ?? 0, month ?? 0, day ?? 0);
  return serial === null ? null : serial + (hour * 3600 + minute * 60 + second) / 86400;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/u;
