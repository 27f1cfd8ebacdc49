import { Button, Card, Radio, Spin } from 'antd';
import { BLANK_PROFILE } from '../../../electron/contract/profiles.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { WIZARD_WORDS as W } from '../../words/wizard.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { OfficeNamesForm } from './OfficeNamesForm.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import { ProfileFileField } from './ProfileFileField.tsx';
import { FROM_FILE, useWizard } from './useWizard.ts';

/** First run: a county's profile, a blank one under the office's own names, or a file. The frame follows by itself. */
export function WizardPage() {
  const info = useAppInfo();
  const { profiles, form, chosen, choose, picked, pick, create, ready, busy, progress, error } = useWizard();
  return (
    <main
      className="app-content"
      style={{ height: '100%', boxSizing: 'border-box', overflow: 'auto' }}
      data-testid="wizard"
    >
      <Card style={{ maxWidth: 980, margin: '3vh auto 0' }}>
        <h1 style={{ fontSize: 22, margin: '0 0 4px' }}>{W.title}</h1>
        <p className="muted" style={{ marginTop: 0 }}>
          {W.intro}
        </p>
        {profiles.loading && !profiles.data ? <Spin delay={300} /> : null}
        <Radio.Group
          aria-label={W.choices}
          value={chosen ?? null}
          onChange={(event) => choose(String(event.target.value))}
          style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 10, margin: '14px 0 10px' }}
        >
          {profiles.data?.map((profile) => (
            <ProfileCard key={profile.id} profile={profile} chosen={profile.id === chosen} />
          ))}
          <ChoiceCard value={FROM_FILE} chosen={chosen === FROM_FILE} title={W.fileTitle} hint={W.fileHint} />
        </Radio.Group>
        {chosen === BLANK_PROFILE ? <OfficeNamesForm form={form} /> : null}
        {chosen === FROM_FILE ? <ProfileFileField picked={picked} onPick={pick} /> : null}
        <ErrorNotice error={error} onRetry={profiles.error ? profiles.reload : undefined} />
        <ProgressBar busy={busy} progress={progress} label={W.preparing} />
        <div className="row spread" style={{ marginTop: 10 }}>
          <span className="muted small" style={{ overflowWrap: 'anywhere' }}>
            {W.dataFolder}
            {info.dataFolder}
          </span>
          <Button type="primary" size="large" data-testid="create" loading={busy} disabled={!ready} onClick={create}>
            {W.create}
          </Button>
        </div>
      </Card>
      <p className="muted small" style={{ textAlign: 'center' }}>
        {W.offline}
      </p>
    </main>
  );
}
