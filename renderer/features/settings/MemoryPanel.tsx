import { Input } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { MappingTable } from './MappingTable.tsx';
import { NameTable } from './NameTable.tsx';
import type { useMemory } from './useMemory.ts';

/** 记忆: header lines and names learned from answers; each can be looked at and forgotten. */
export function MemoryPanel({ page }: { readonly page: ReturnType<typeof useMemory> }) {
  const { memory, mappings, names, directory, forgetting } = page;
  return (
    <div style={{ height: '100%', overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 10 }}>
      <div className="row">
        <Input
          allowClear
          aria-label={W.search}
          data-testid="memory-search"
          placeholder={W.search}
          style={{ width: 260 }}
          value={page.search}
          onChange={(event) => page.look(event.target.value)}
        />
      </div>
      <ErrorNotice error={memory.error ?? forgetting.error} onRetry={memory.reload} />
      {!memory.data && !memory.error ? <Waiting /> : null}
      {mappings && names ? (
        <>
          <section className="panel" aria-label={W.mappings}>
            <b>
              {W.mappings} {mappings.length}
            </b>
            <span className="muted small">　{W.mappingsHint}</span>
            <MappingTable
              mappings={mappings}
              directory={directory}
              busy={forgetting.busy}
              onForget={(id) => page.forget('mapping', id)}
            />
          </section>
          <section className="panel" aria-label={W.names}>
            <b>
              {W.names} {names.length}
            </b>
            <span className="muted small">　{W.namesHint}</span>
            <NameTable
              names={names}
              all={memory.data?.names ?? []}
              directory={directory}
              busy={forgetting.busy}
              onForget={(id) => page.forget('name', id)}
            />
          </section>
        </>
      ) : null}
    </div>
  );
}
