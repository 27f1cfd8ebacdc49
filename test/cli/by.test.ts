import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openOffice } from './office.ts';

it('--by names in the log who gave a command', async () => {
  const office = await openOffice();
  try {
    const square = ['--unit', '气象局', '--duty', '000-02'];
    const commands = [
      ['units', 'edit', '气象局', '--note', '一楼'],
      ['contacts', 'add', '气象局', '--name', '张三', '--role', 'clerk'],
      ['groups', 'edit', '000-G2', '--add', '气象局'],
      ['duties', 'edit', '000-02', '--remark', '电话通知'],
      ['assignments', 'add', ...square, '--role', 'lead', '--note', '牵头'],
      ['assignments', 'remove', '1'],
      ['register', ...square, '--period', '2022-W17', '--kind', 'paper'],
      ['submissions', 'remove', '1'],
      [
        'units',
        'rename',
        '气象局',
        '--name',
        '气象中心',
        '--official',
        '西峡县气象中心',
        '--from',
        '2022-06-01',
        '--note',
        '文',
      ],
    ];
    for (const command of commands) await office.json(...command, '--by', '王经办');
    const db = new Database(path.join(office.folder, '数据', 'credit-desk.db'), { readonly: true });
    const lines = db.prepare(`select action, "by" from audit where action <> 'profile.init'`).all();
    db.close();
    expect(lines).toHaveLength(commands.length);
    expect(lines).toEqual(lines.map(() => expect.objectContaining({ by: '王经办' })));
  } finally {
    await office.close();
  }
});
