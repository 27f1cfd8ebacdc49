import { CaretDownFilled, CaretRightFilled, FileZipOutlined, MailOutlined } from '@ant-design/icons';
import { momentText } from '../../parts/periods.ts';
import type { EntryStatus } from './entries.ts';
import type { ListRow } from './entryGroups.ts';
import { entryWord } from './entryWord.ts';

interface Place {
  readonly top: number;
  readonly height: number;
}

interface GroupHeadProps {
  readonly row: Extract<ListRow, { kind: 'head' }>;
  readonly place: Place;
  readonly onToggle: (status: EntryStatus) => void;
}

/** Head of a state with its count; a click closes or opens the group. */
export function GroupHead({ row, place, onToggle }: GroupHeadProps) {
  return (
    <button
      type="button"
      className="list-head"
      style={place}
      aria-expanded={row.open}
      data-testid={`group-${row.status}`}
      onClick={() => onToggle(row.status)}
    >
      {row.open ? <CaretDownFilled /> : <CaretRightFilled />} {entryWord(row.status)}
      <span className="muted" style={{ marginInlineStart: 12, fontWeight: 400 }}>
        {row.count}
      </span>
    </button>
  );
}

/** The archive or mail the lines below came in; of a mail who sent it and when. */
export function ContainerRow({
  row,
  place,
}: {
  readonly row: Extract<ListRow, { kind: 'container' }>;
  readonly place: Place;
}) {
  const { name, mail, count } = row;
  const facts = mail ? `${name}\n${mail.sender}\n${mail.subject}\n${momentText(mail.sentAt)}` : name;
  return (
    <div className="list-container clip small" style={place} title={facts} data-testid="container">
      {mail ? <MailOutlined /> : <FileZipOutlined />} {name}
      <span className="muted" style={{ marginInlineStart: 10 }}>
        {[`${count} 个`, mail?.sender].filter(Boolean).join('　')}
      </span>
    </div>
  );
}
