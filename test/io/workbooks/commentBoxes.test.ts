import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { annotate, item, sheetJs } from './annotated.ts';

const VML = 'urn:schemas-microsoft-com:vml';
const OFFICE = 'urn:schemas-microsoft-com:office:office';
const EXCEL = 'urn:schemas-microsoft-com:office:excel';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The box of the unit's own comment on B3, its elements written by `name`. */
const ownBox = (v: string, o: string, x: string, local = ''): string =>
  `<${v}:shape ${local} type="#_x0000_t202" id="_x0000_s1026" style="visibility:hidden" ${o}:insetmode="auto"><${v}:fill color2="#ffffe1" /><${x}:ClientData ObjectType="Note"><${x}:Row>2</${x}:Row><${x}:Column>1</${x}:Column></${x}:ClientData></${v}:shape>`;

const DRAWINGS: readonly (readonly [string, string])[] = [
  [
    'named as Excel does',
    `<xml xmlns:v="${VML}" xmlns:o="${OFFICE}" xmlns:x="${EXCEL}"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${ownBox('v', 'o', 'x')}</xml>`,
  ],
  [
    'named ns0 to ns2, as openpyxl does',
    `<xml xmlns:ns0="${OFFICE}" xmlns:ns1="${VML}" xmlns:ns2="${EXCEL}"><ns0:shapelayout ns1:ext="edit"><ns0:idmap ns1:ext="edit" data="1" /></ns0:shapelayout>${ownBox('ns1', 'ns0', 'ns2')}</xml>`,
  ],
  [
    'named on each element',
    `<xml>${ownBox('a', 'b', 'c', `xmlns:a="${VML}" xmlns:b="${OFFICE}" xmlns:c="${EXCEL}"`)}</xml>`,
  ],
  [
    'with Excel’s names for other things',
    `<xml xmlns:v="${OFFICE}" xmlns:o="${EXCEL}" xmlns:x="${VML}">${ownBox('x', 'v', 'o')}</xml>`,
  ],
];

const workbook = (drawing: string): Buffer =>
  oddWorkbook({
    sheets: [
      {
        name: '表',
        xml: `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData><row r="3"><c r="A3"><v>5</v></c></row></sheetData><legacyDrawing r:id="anysvml"/></worksheet>`,
      },
    ],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        ['comments', 'comments', '/xl/comments/comment1.xml'],
        ['anysvml', 'vmlDrawing', '/xl/drawings/commentsDrawing1.vml'],
      ]),
      'xl/comments/comment1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="B3" authorId="0"><text><t>单位批注</t></text></comment></commentList></comments>`,
      'xl/drawings/commentsDrawing1.vml': drawing,
    },
  });

/** Row and column (from 0) of every note's box, as a reader of namespaces sees them, and the ids of the shapes. */
function boxesOf(bytes: Uint8Array): { readonly places: string[]; readonly ids: string[] } {
  const vml = Buffer.from(unzipSync(bytes)['xl/drawings/commentsDrawing1.vml'] ?? []).toString();
  const places: string[] = [];
  const ids: string[] = [];
  let place: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    text = '';
    if (uri === VML && local === 'shape') ids.push(String(attributes.id?.value));
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ uri, local }) => {
    if (uri === EXCEL && (local === 'Row' || local === 'Column')) place.push(text);
    if (uri === VML && local === 'shape') {
      places.push(place.join(','));
      place = [];
    }
  });
  parser.write(vml).close();
  return { places, ids };
}

describe.each(DRAWINGS)('a drawing of comments %s', (_, drawing) => {
  const marks = [item('表', 'B3', 'error'), item('表', 'C5', 'error'), item('表', 'D6', 'verify')];

  it('takes our boxes beside the unit’s own', async () => {
    const { bytes, way } = await annotate(workbook(drawing), marks);
    expect(way).toBe('edited');
    const { places, ids } = boxesOf(bytes);
    expect(places).toEqual(['2,1', '4,2', '5,3']);
    expect(new Set(ids).size).toBe(3);
    const sheet = sheetJs(bytes).Sheets.表 ?? {};
    for (const cell of ['B3', 'C5', 'D6']) expect(sheet[cell]?.c?.[0]?.t).toContain(`“<${cell}>”有误`);
    expect(sheet.B3?.c?.[0]?.t).toContain('单位批注');
  });

  it('loses them again with the comments when it goes back once more', async () => {
    const { bytes } = await annotate(workbook(drawing), marks);
    const again = await annotate(bytes, [item('表', 'C5', 'error')]);
    expect(boxesOf(again.bytes).places).toEqual(['2,1', '4,2']);
  });
});
