import type { IndicatorValue, IndicatorYear } from '../../../electron/contract/indicators.ts';
import { periodTitle } from '../../parts/periods.ts';
import { INDICATOR_WORDS as W } from '../../words/indicators.ts';

interface IndicatorListProps {
  readonly years: readonly IndicatorYear[];
  /** Id of the one looked at. */
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** The indicators, each with its newest number against its target. */
export function IndicatorList({ years, shown, onShow }: IndicatorListProps) {
  return (
    <div className="panel indicator-list" data-testid="indicators">
      {years.map(({ indicator, targetText, latest }) => (
        <button
          key={indicator.id}
          type="button"
          className={`indicator-card${indicator.id === shown ? ' chosen' : ''}`}
          aria-pressed={indicator.id === shown}
          onClick={() => onShow(indicator.id)}
        >
          <span className="indicator-title">{indicator.title}</span>
          <span className="row spread">
            <span className="muted">
              {W.target} {targetText}
            </span>
            <IndicatorState value={latest} />
          </span>
          <span className="row spread">
            <b>{latest ? numberText(latest) : '—'}</b>
            <span className="muted">{latest ? periodTitle(latest.period) : ''}</span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** Met or not, by sign, word and colour; or why nobody can say yet. */
export function IndicatorState({ value }: { readonly value: IndicatorValue | null }) {
  if (value?.refused !== undefined)
    return (
      <span className="muted" title={value.refused}>
        {W.yearUnknown}
      </span>
    );
  if (value?.met == null) return <span className="muted">{W.unknown}</span>;
  return (
    <span className={value.met ? 'indicator-met' : 'indicator-missed'}>
      {value.met ? W.met : `${W.missed}，${value.gapText}`}
    </span>
  );
}

/** `16.3%`, or the count itself. */
export function numberText({ rate, numerator }: IndicatorValue): string {
  if (rate !== null) return `${rate}%`;
  return numerator === null ? '—' : String(numerator);
}
