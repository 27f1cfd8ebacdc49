import { resolve } from 'node:path';
import { BLANK_PROFILE, type OfficeNames } from '../contract/profiles.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandOptions, needed } from './arguments.ts';
import { type Ask, answer, type Command } from './command.ts';
import * as show from './show.ts';

/** `profiles`, `init` and `profile-export`: where an office begins, and what another can begin from. */
export const PROFILE_COMMANDS = {
  async profiles(_line, ask) {
    const profiles = await ask('profiles.list', {});
    return answer(profiles, () => show.profiles(profiles));
  },
  async init({ options }, ask) {
    const names = namesOf(options);
    if (names !== undefined && options.profile === undefined)
      throw new Refusal('usage', `缺少 --profile；给${names.county}新建请写 --profile ${BLANK_PROFILE}`);
    const asked = needed(options, 'profile');
    await refuseExisting(ask);
    const isFile = asked.toLowerCase().endsWith('.json');
    const shipped = await ask('profiles.list', {});
    const found = shipped.find(({ id }) => id === asked);
    if (found === undefined && !isFile)
      throw new Refusal(
        'profile_unknown',
        `${asked}，可用 ${shipped.map(({ id }) => id).join('、')} 或导出的县情文件 .json`,
      );
    if (names !== undefined && asked !== BLANK_PROFILE)
      throw new Refusal(
        'usage',
        `${found ? `${asked} 是${found.county}的县情（${found.office}）` : asked}，名称已经写定，不用 --county 等。要建${names.county}请写 --profile ${BLANK_PROFILE}；要用这份县情请去掉这些选项，建立后用 office edit 改名称`,
      );
    const result = await ask('profiles.init', { profile: isFile ? resolve(asked) : asked, names });
    const unnamed = asked === BLANK_PROFILE && names === undefined;
    const told = unnamed ? '\n县名、办公室和文号还没有填写，请用 office edit 填写。' : '';
    return answer(result, () => `${show.init(result)}${told}`);
  },
  async 'profile-export'({ options }, ask) {
    const written = await ask('profiles.export', { out: options.out === undefined ? undefined : resolve(options.out) });
    return answer({ out: written.path, size: written.size }, () => `已写入 ${written.path}`);
  },
} satisfies Record<string, Command>;

/** A folder that has an office already: what stands there, so that nobody takes it for an empty one. */
async function refuseExisting(ask: Ask): Promise<void> {
  const { profile, dataFolder } = await ask('app.info', {});
  if (profile === null) return;
  const { office } = await ask('office.get', {});
  const units = (await ask('units.list', {})).length;
  const imports = (await ask('batches.list', {})).length;
  throw new Refusal(
    'already_initialised',
    `${dataFolder} 里是${office}（县情 ${profile}，${units} 个成员单位，${imports} 个批次）；只改县名或办公室名称的可用 office edit`,
  );
}

/** The names of a blank county: all of them or none. */
function namesOf(options: CommandOptions): OfficeNames | undefined {
  const given = [options.county, options.city, options.office, options['document-word'], options['region-code']];
  if (given.every((name) => name === undefined)) return undefined;
  return {
    county: needed(options, 'county'),
    city: needed(options, 'city'),
    office: needed(options, 'office'),
    documentWord: needed(options, 'document-word'),
    regionCode: needed(options, 'region-code'),
  };
}
