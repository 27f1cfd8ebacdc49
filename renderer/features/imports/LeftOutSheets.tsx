import { Button, Select } from 'antd';
import type { FilePlan } from '../../../electron/contract/imports.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { LEFT_OUT_WORDS } from '../../words.ts';
import type { Choice, OverrideTarget } from './overrides.ts';

interface LeftOutSheetsProps {
  readonly file: FilePlan;
  readonly directory: Directory;
  readonly busy: boolean;
  readonly onChoose: (target: OverrideTarget, choice: Choice) => void;
  readonly onForget: (target: OverrideTarget) => void;
}

/** Sheets of the file that are no table, each with its reason and the way to read it after all. */
export function LeftOutSheets({ file, directory, busy, onChoose, onForget }: LeftOutSheetsProps) {
  if (file.leftOut.length === 0) return null;
  return (
    <div data-testid="left-out" style={{ background: '#f3f6fa', padding: '4px 10px' }}>
      {file.leftOut.map(({ sheet, part = '', reason, unit }) => {
        const target = { file: file.name, sheet, part };
        return (
          <div key={`${sheet} ${part}`} className="row" style={{ minHeight: 28 }}>
            <span>
              工作表“{sheet}”{part}未导入：{LEFT_OUT_WORDS[reason]}
            </span>
            {reason === 'skipped' ? (
              <Button size="small" disabled={busy} onClick={() => onForget(target)}>
                恢复导入
              </Button>
            ) : null}
            {unit ? (
              <Button size="small" disabled={busy} onClick={() => onChoose(target, { unit })}>
                一并导入到{directory.unitName(unit)}
              </Button>
            ) : null}
            {reason === 'unknown_layout' || reason === 'no_table' ? (
              <Select
                size="small"
                style={{ width: 220 }}
                aria-label={`工作表“${sheet}”按哪个模板读取`}
                placeholder="仍要导入：指定模板"
                disabled={busy}
                options={directory.templates.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(template: string) => onChoose(target, { template })}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
