import { LoopPlugin, officeMarkup, type Tag, TagPlacement, type XmlNode, xml } from 'easy-template-x';

/**
 * Loops as a clerk writes them: `{#正文}…{/正文}` in one paragraph repeats the paragraph, and alone on lines of their own they repeat what
 * stands between without leaving empty lines. In table cells the library repeats rows.
 */
export class ParagraphLoops extends LoopPlugin {
  override async containerTagReplacements(...args: Parameters<LoopPlugin['containerTagReplacements']>): Promise<void> {
    const [tags] = args;
    const [open, close] = [tags[0], tags.at(-1)];
    if (open !== undefined && close !== undefined) repeatParagraphs(open, close);
    await super.containerTagReplacements(...args);
  }
}

function repeatParagraphs(open: Tag, close: Tag): void {
  if (open.placement !== TagPlacement.TextNode || close.placement !== TagPlacement.TextNode) return;
  const cells = [open, close].map(({ xmlTextNode }) => officeMarkup.query.containingTableCellNode(xmlTextNode));
  if (cells[0] && cells[0] !== cells[1]) return;
  if (cells[0]) {
    open.options = { ...open.options, loopOver: 'row' };
    return;
  }
  open.options = { ...open.options, loopOver: 'paragraph' };
  const first = officeMarkup.query.containingParagraphNode(open.xmlTextNode);
  const last = officeMarkup.query.containingParagraphNode(close.xmlTextNode);
  if (first === last) return;
  const between = xml.query.siblingsInRange(first, last).slice(1, -1);
  const paragraphs = between.filter((node) => officeMarkup.query.isParagraphNode(node));
  const [top, bottom] = [paragraphs[0], paragraphs.at(-1)];
  if (top === undefined || bottom === undefined || paragraphs.length < between.length) return;
  // A line that holds nothing but the tag goes; the tag moves into the lines it speaks of.
  if (textOf(first).trim() === open.rawText) {
    xml.modify.appendChild(top, officeMarkup.query.containingRunNode(open.xmlTextNode));
    xml.modify.remove(first);
  }
  if (textOf(last).trim() === close.rawText) {
    xml.modify.appendChild(bottom, officeMarkup.query.containingRunNode(close.xmlTextNode));
    xml.modify.remove(last);
  }
}

function textOf(node: XmlNode): string {
  const own = xml.query.isTextNode(node) ? node.textContent : '';
  return own + (node.childNodes ?? []).map(textOf).join('');
}
