import { resolve } from 'node:path';
import type { OfficeNames } from '../contract/profiles.ts';
import { type CommandOptions, needed } from './arguments.ts';
import { answer, type Command } from './command.ts';
import * as show from './show.ts';

/** `profiles`, `init` and `profile-export`: where an office begins, and what another can begin from. */
export const PROFILE_COMMANDS = {
  async profiles(_line, ask) {
    const profiles = await ask('profiles.list', {});
    return answer(profiles, () => show.profiles(profiles));
  },
  async init({ options }, ask) {
    const asked = needed(options, 'profile');
    const result = await ask('profiles.init', {
      profile: asked.toLowerCase().endsWith('.json') ? resolve(asked) : asked,
      names: namesOf(options),
    });
    return answer(result, () => show.init(result));
  },
  async 'profile-export'({ options }, ask) {
    const written = await ask('profiles.export', { out: options.out === undefined ? undefined : resolve(options.out) });
    return answer({ out: written.path, size: written.size }, () => `已写入 ${written.path}`);
  },
} satisfies Record<string, Command>;

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
