import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { CircularDocument, CircularTable } from '../../contract/circulars.ts';
import { annexCharts } from '../../core/annexCharts.ts';
import { annexContent, WITHOUT_CHARTS } from './annexSection.ts';
import { mm } from './officialPage.ts';
import { type OfficialText, officialText } from './officialText.ts';

/** What stands around the places of pictures, which are put in when the rest is. */
export interface LateTags {
  readonly tagStart: string;
  readonly tagEnd: string;
}

/** The page of a template: its last section as XML, and lengths in twips. */
interface TemplatePage {
  readonly section: string;
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** The annexes of a paper as WordprocessingML for the body of a template, each on a page of its own, wide ones on turned pages. */
export async function templateAnnexes(
  document: CircularDocument,
  template: Uint8Array,
  late: LateTags,
): Promise<string> {
  const page = pageOf(strFromU8(unzipSync(template)['word/document.xml'] ?? new Uint8Array()));
  const text = officialText(document.form.fonts, { foreign: true });
  let isTurned = false;
  let charts = 0;
  const parts: string[] = [];
  for (const table of document.tables) {
    const { top, right, bottom, left } = page.margins;
    const total = table.landscape ? page.height - top - bottom : page.width - left - right;
    // Pictures need parts of their own in the package: their places are filled when the rest is.
    const places = annexCharts(table).map((_, index) => `${late.tagStart}图${charts + index + 1}${late.tagEnd}`);
    charts += places.length;
    const followed = table === document.tables.at(-1);
    const xml = await annexXml({ ...table, charts: [] }, { text, total, followed }, places);
    // A turned page is a section of its own, and so ends the upright one before it.
    if (table.landscape) parts.push(isTurned ? '' : sectionEnd(page.section), xml, sectionEnd(turned(page)));
    else parts.push(xml.replace('<w:keepNext/>', '<w:keepNext/><w:pageBreakBefore/>'));
    isTurned = table.landscape;
  }
  return parts.join('');
}

async function annexXml(
  table: CircularTable,
  { text, ...look }: { readonly text: OfficialText; readonly total: number; readonly followed: boolean },
  places: readonly string[],
): Promise<string> {
  const content = await annexContent(table, text, WITHOUT_CHARTS.picture, look);
  const file = new Document({ sections: [{ children: content }] });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const body = xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr'));
  // A picture on a line of exact height is cut to it.
  const pictures = places.map(
    (place) =>
      `<w:p><w:pPr><w:spacing w:before="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:t>${place}</w:t></w:r></w:p>`,
  );
  return body + pictures.join('');
}

function pageOf(xml: string): TemplatePage {
  const section = /<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*<\/w:sectPr>(?=\s*<\/w:body>)/u.exec(xml)?.[0] ?? '';
  const length = (element: string, name: string, otherwise: number) => {
    const tag = new RegExp(`<w:${element}\\b[^>]*>`, 'u').exec(section)?.[0] ?? '';
    const value = Number(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(tag)?.[1]);
    return Number.isFinite(value) && value > 0 ? value : otherwise;
  };
  return {
    section,
    width: length('pgSz', 'w', mm(210)),
    height: length('pgSz', 'h', mm(297)),
    margins: {
      top: length('pgMar', 'top', mm(37)),
      right: length('pgMar', 'right', mm(26)),
      bottom: length('pgMar', 'bottom', mm(35)),
      left: length('pgMar', 'left', mm(28)),
    },
  };
}

/** The template's section on its side: turned to the left, its top is the binding edge. Headers and footers stay those of the template. */
function turned({ section, width, height, margins }: TemplatePage): string {
  const size = `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
  const { top, right, bottom, left } = margins;
  return section.replace(/<w:pgSz\b[^>]*\/>/u, size).replace(/<w:pgMar\b[^>]*\/>/u, (tag) =>
    tag
      .replace(/w:top="\d+"/u, `w:top="${left}"`)
      .replace(/w:right="\d+"/u, `w:right="${top}"`)
      .replace(/w:bottom="\d+"/u, `w:bottom="${right}"`)
      .replace(/w:left="\d+"/u, `w:left="${bottom}"`),
  );
}

/** The lowest paragraph there can be, which ends a section. */
function sectionEnd(section: string): string {
  const own = section.replaceAll(/<w:type\b[^>]*\/>|<w:pgNumType\b[^>]*\/>/gu, '');
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${own}</w:pPr></w:p>`;
}
