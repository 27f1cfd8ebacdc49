/** A day and time of day read from a spreadsheet serial number. `second` keeps its fraction (`mm:ss.0`). */
export interface SerialMoment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 = Sunday, as `aaaa` and `dddd` count. */
  readonly weekday: number;
}

const LAST_SERIAL_1900 = 2958466; // 10000-01-01
const DAYS_1904 = 1462; // between the epochs of the two date systems
const EPOCH_DAY = 693899; // 1899-12-30, in days after 0000-03-01

/**
 * Day and time of a serial number, computed by arithmetic on the number alone: no time zone can shift it.
 * `null` for serials below 1, for day 60 of the 1900 system (its 29 February never was) and from the year 10000 on.
 * `decimals`: places of the second to round to, as a cell display does (0 unless told).
 */
export function serialMoment(serial: number, date1904: boolean, decimals = 0): SerialMoment | null {
  const scale = 10 ** decimals;
  const ticks = Math.round(serial * 86400 * scale);
  const ticksOfDay = 86400 * scale;
  const days = Math.floor(ticks / ticksOfDay);
  if (!(serial >= 1) || (!date1904 && days === 60)) return null;
  const serial1900 = date1904 ? days + DAYS_1904 : days;
  if (serial1900 >= LAST_SERIAL_1900) return null;
  const left = ticks - days * ticksOfDay;
  const second = Math.floor(left / scale);
  return {
    ...civilDay(serial1900 < 60 && !date1904 ? serial1900 + 1 : serial1900),
    hour: Math.floor(second / 3600),
    minute: Math.floor(second / 60) % 60,
    second: (second % 60) + (left - second * scale) / scale,
    weekday: (serial1900 + 6) % 7,
  };
}

/** ISO day `2022-04-18`, or date-time `2022-04-18T09:30` if the serial has a time of day; `null` as `serialMoment`. */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const moment = serialMoment(serial, date1904);
  if (!moment) return null;
  const day = `${pad(moment.year, 4)}-${pad(moment.month, 2)}-${pad(moment.day, 2)}`;
  if (moment.hour === 0 && moment.minute === 0 && moment.second === 0) return day;
  return `${day}T${pad(moment.hour, 2)}:${pad(moment.minute, 2)}`;
}

/** Civil day of a serial counted from 1899-12-30, by the proleptic Gregorian calendar (days from 0000-03-01). */
function civilDay(serial: number): { year: number; month: number; day: number } {
  const z = serial + EPOCH_DAY;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

/** Serial number (1900 system) of a civil day from 1900-03-01 on; `null` for a day that does not exist. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const days = era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const serial = days - EPOCH_DAY;
  const back = serial > 60 && serial < LAST_SERIAL_1900 ? civilDay(serial) : null;
  return back && back.year === year && back.month === month && back.day === day ? serial : null;
}
