import { BLANK_PROFILE, type ProfileSummary } from '../../../electron/contract/profiles.ts';
import { WIZARD_WORDS as W } from '../../words/wizard.ts';
import { ChoiceCard } from './ChoiceCard.tsx';

interface ProfileCardProps {
  readonly profile: ProfileSummary;
  readonly chosen: boolean;
}

/** One county to choose, with what its profile contains; the blank one says what it is for. */
export function ProfileCard({ profile, chosen }: ProfileCardProps) {
  if (profile.id === BLANK_PROFILE)
    return <ChoiceCard value={profile.id} chosen={chosen} title={W.blankTitle} hint={W.blankHint} />;
  const contents = (
    <>
      <div>{profile.office}</div>
      {W.basis} {profile.documentNo}　<b>{profile.units}</b> {W.units}　<b>{profile.duties}</b> {W.duties}
    </>
  );
  return <ChoiceCard value={profile.id} chosen={chosen} title={profile.county} hint={contents} />;
}
