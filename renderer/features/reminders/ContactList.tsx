import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { Contact } from '../../../electron/contract/units.ts';
import { CONTACT_ROLE_WORDS, contactName } from '../../../electron/contract/unitWords.ts';
import { copyText } from '../../parts/copyText.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { byClosest } from './contacts.ts';

interface ContactListProps {
  readonly contacts: readonly Contact[];
  readonly unitName: string;
  /** How many there is room for, by phone alone; the rest are told by number. Without it all, with whatever else reaches them. */
  readonly most?: number;
}

/** Whom to phone, 经办人 first, each number with a button that copies it; the way to enter one where there is none. */
export function ContactList({ contacts, unitName, most }: ContactListProps) {
  const { message } = App.useApp();
  if (contacts.length === 0)
    return (
      <span className="muted">
        {W.noContacts}{' '}
        <Link className="no-print" to={`/units?${new URLSearchParams({ search: unitName })}`}>
          {W.addContacts}
        </Link>
      </span>
    );
  const copy = async (text: string) => {
    if (await copyText(text)) message.success(`已复制 ${text}`);
    else message.error('复制没有成功，请手工抄下。');
  };
  const shown = byClosest(contacts).slice(0, most);
  return (
    <>
      {shown.map((contact) => (
        <span key={`${contact.role} ${contact.name} ${contact.phone}`} className="reminder-contact">
          <span title={CONTACT_ROLE_WORDS[contact.role]}>{contactName(contact)}</span>
          {waysTo(contact, most === undefined).map(([label, value]) => (
            <span key={label} className="reminder-contact-way">
              {label === W.copyPhone ? <b>{value}</b> : null}
              {label === W.copyWechat ? (
                <span className="muted">
                  {W.wechat} {value}
                </span>
              ) : null}
              {label === W.copyEmail ? <span className="muted">{value}</span> : null}
              <Button
                size="small"
                type="text"
                icon={<CopyOutlined />}
                aria-label={`${label} ${contact.name} ${value}`}
                title={label}
                onClick={(event) => {
                  event.stopPropagation();
                  void copy(value);
                }}
              />
            </span>
          ))}
        </span>
      ))}
      {contacts.length > shown.length ? <span className="muted small">等 {contacts.length} 人</span> : null}
    </>
  );
}

/** What reaches a person, each with what copying it is called. */
function waysTo({ phone, wechat = '', email }: Contact, isFull: boolean): (readonly [string, string])[] {
  const ways = [
    [W.copyPhone, phone],
    [W.copyWechat, isFull ? wechat : ''],
    [W.copyEmail, isFull ? email : ''],
  ] as const;
  return ways.filter(([, value]) => value !== '');
}
