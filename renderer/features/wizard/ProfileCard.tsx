import { Radio } from 'antd';
import type { ProfileSummary } from '../../../electron/contract/profiles.ts';

interface ProfileCardProps {
  readonly profile: ProfileSummary;
  readonly chosen: boolean;
}

/** One county to choose, with what its profile contains. */
export function ProfileCard({ profile, chosen }: ProfileCardProps) {
  return (
    <Radio
      value={profile.id}
      data-testid={`profile-${profile.id}`}
      className="panel"
      style={{ margin: 0, background: chosen ? '#e8f0fb' : '#fff', borderColor: chosen ? '#1d4f91' : '#e1e6ed' }}
    >
      <strong style={{ fontSize: 16 }}>{profile.county}</strong>　{profile.office}
      <div className="muted">
        依据 {profile.documentNo}　<b>{profile.units}</b> 个成员单位　<b>{profile.duties}</b> 个报送事项
      </div>
    </Radio>
  );
}
