/** Words of 催报函 and draft mails. */
export const REMINDER_PAPER_WORDS = {
  lettersTitle: '写催报函',
  forSelected: '给选中的',
  forShown: '给清单上的',
  lettersScope: '每个单位写它在所选时点、报送期和事项内已逾期、退回未重报、零报存疑的全部事项；将到期的不写进函',
  mailsScope: '每个单位写它在所选时点、报送期和事项内的全部未完成事项',
  shape: '成文方式',
  separate: '每个单位一份文件',
  merged: '合成一份文件（分页，便于一次打印）',
  number: '发文字号',
  numbered: '编发文字号',
  unnumbered: '不编号',
  date: '成文日期',
  register: '登记',
  nothingSent: '写出的文件由您盖章、发送；程序不会自动发送。',
  write: '写出并登记',
  writing: '正在写出催报函',
  papers: '登记簿里的催报函',
  toRegister: '到文稿登记簿查看',
  noNumber: '无字号',
  files: '写出的文件',
  save: '另存',
  saveAll: '全部另存',
  openFolder: '打开所在文件夹',
  folder: '文件都在数据文件夹的 outputs 里',
  mailsTitle: '写邮件草稿',
  mailsNote: '每个登记了邮箱的单位一封草稿（.eml）。双击即在邮件程序里打开，核对后由您自己点发送。',
  mailsWrite: '写出草稿',
  mailsWriting: '正在写出邮件草稿',
  without: '没有登记邮箱、没有写草稿的单位',
  addressless: '没有登记邮箱，不会有草稿',
  addContacts: '去登记邮箱',
  editedNotInMail:
    '您在清单旁改过催报文字。邮件草稿按“用语与级别”里的用语写，改过的文字不会进去，请打开草稿后自己贴上。',
  editedNotInLetter: '您在清单旁改过催报文字。催报函按“用语与级别”里的用语写，改过的文字不会进去。',
  again: '确需再发一份：已有的催报函照旧有效，另登记一件、另记一次催报',
  close: '关闭',
  noUnits: '这里没有单位可写：所选的都还没有到期。可以改用邮件草稿或催报文字提醒。',
} as const;

/** Said when they are written, wherever the clerk is by then. */
export const lettersDone = (count: number) => `已登记催报函 ${count} 件`;
export const mailsDone = (count: number) => `已写出邮件草稿 ${count} 封`;
