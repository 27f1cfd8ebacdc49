/** What the bytes of a file are. */
export type FileFormat =
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'et'
  | 'encrypted'
  | 'ods'
  | 'csv'
  | 'html'
  | 'mhtml'
  | 'spreadsheetml'
  | 'xml'
  | 'eml'
  | 'msg'
  | 'zip'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'docx'
  | 'odt'
  | 'pptx'
  | 'doc'
  | 'wps'
  | 'ppt'
  | 'ole'
  | 'pdf'
  | 'ofd'
  | 'rtf'
  | 'jpg'
  | 'png'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'webp'
  | 'unknown';

export interface FormatFacts {
  /** The true type in words, for the sentence shown to people. */
  readonly label: string;
  /** Papers and pictures that accompany a table are kept as attachments; everything else without a reader is refused. */
  readonly attachment: boolean;
}

/** Name and treatment of every format that can be told. Reading one more is a row in `readers.ts`, not a change here. */
export const FORMATS: Readonly<Record<FileFormat, FormatFacts>> = {
  xlsx: { label: 'Excel 工作簿（.xlsx）', attachment: false },
  xlsb: { label: 'Excel 二进制工作簿（.xlsb）', attachment: false },
  xls: { label: 'Excel 97-2003 工作簿（.xls）', attachment: false },
  et: { label: 'WPS 表格（.et）', attachment: false },
  encrypted: { label: '加密的 Office 文件', attachment: false },
  ods: { label: 'OpenDocument 电子表格（.ods）', attachment: false },
  csv: { label: '文本文件（.csv、.txt）', attachment: false },
  html: { label: '网页（.html）', attachment: false },
  mhtml: { label: '单个文件网页（.mht）', attachment: false },
  spreadsheetml: { label: 'XML 电子表格 2003（.xml）', attachment: false },
  xml: { label: 'XML 文件', attachment: false },
  eml: { label: '邮件（.eml）', attachment: true },
  msg: { label: 'Outlook 邮件（.msg）', attachment: false },
  zip: { label: 'ZIP 压缩包', attachment: false },
  rar: { label: 'RAR 压缩包', attachment: false },
  '7z': { label: '7z 压缩包', attachment: false },
  gzip: { label: 'GZIP 压缩包', attachment: false },
  docx: { label: 'Word 文档（.docx）', attachment: true },
  odt: { label: 'OpenDocument 文本（.odt）', attachment: true },
  pptx: { label: '演示文稿（.pptx）', attachment: true },
  doc: { label: 'Word 97-2003 文档（.doc）', attachment: false },
  wps: { label: 'WPS 文字文档（.wps）', attachment: false },
  ppt: { label: '演示文稿 97-2003（.ppt）', attachment: false },
  ole: { label: '无法识别的旧版 Office 文件', attachment: false },
  pdf: { label: 'PDF 文档', attachment: true },
  ofd: { label: 'OFD 版式文档', attachment: true },
  rtf: { label: 'RTF 文档', attachment: true },
  jpg: { label: 'JPG 图片', attachment: true },
  png: { label: 'PNG 图片', attachment: true },
  gif: { label: 'GIF 图片', attachment: true },
  bmp: { label: 'BMP 图片', attachment: true },
  tiff: { label: 'TIFF 图片', attachment: true },
  webp: { label: 'WEBP 图片', attachment: true },
  unknown: { label: '无法识别的文件', attachment: false },
};
