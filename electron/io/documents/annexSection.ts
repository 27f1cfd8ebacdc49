import { AlignmentType, ImageRun, type IParagraphOptions, LineRuleType, Paragraph, type Table } from 'docx';
import type { ChartSpec } from '../../contract/charts.ts';
import type { CircularTable } from '../../contract/circulars.ts';
import { annexCharts, chartRoom } from '../../core/annexCharts.ts';
import { titleLines } from '../../core/circularTitle.ts';
import { annexTable } from './annexTable.ts';
import type { Imprint } from './imprint.ts';
import { emptyLines, type OfficialText } from './officialText.ts';

/** A chart as a picture; its width and height in pixels or any other unit: only their proportion counts. */
export type ChartPicture = (
  spec: ChartSpec,
  widthMm: number,
) => Promise<{ readonly png: Uint8Array; readonly width: number; readonly height: number }>;

/** For documents without charts: refuses to draw. */
export const WITHOUT_CHARTS: { readonly picture: ChartPicture } = {
  picture: ({ title }) => Promise.reject(new Error(`nothing draws the chart ${title}`)),
};

/** Whole pixels of a picture as large as its room of so many millimetres allows. */
export function pictureSize(
  { width, height }: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const pixels = (96 / 25.4) * Math.min(room.width / width, room.height / height);
  return { width: Math.floor(width * pixels), height: Math.floor(height * pixels) };
}

interface AnnexPlace {
  readonly total?: number;
  readonly foot?: Imprint | null;
  readonly followed?: boolean;
}

/**
 * The content of an annex (GB/T 9704 7.3.7): label, title, table with its note, charts, and at its foot the imprint, if it is the last one.
 * `total`: twips of a table's width; `followed`: its end stays with what comes after it.
 */
export async function annexContent(
  table: CircularTable,
  text: OfficialText,
  picture: ChartPicture,
  { total, foot = null, followed = false }: AnnexPlace = {},
): Promise<(Paragraph | Table)[]> {
  const { label, caption, columns, rows, note, landscape } = table;
  const specs = annexCharts(table);
  const pictures = await Promise.all(
    specs.map((spec, index) =>
      chartParagraph(spec, chartRoom(table), picture, foot !== null && index === specs.length - 1),
    ),
  );
  const isTableLast = columns.length > 0 && pictures.length === 0;
  const notes = noteParagraphs(note, text, followed || (columns.length === 0 && foot !== null));
  // The room of the imprint belongs to the table, so that its last row comes along to the page of the imprint.
  const below = [...notes, ...(isTableLast && foot !== null ? [emptyRoom(foot.room - LOWEST)] : [])];
  return [
    new Paragraph({ keepNext: true, children: [text.run(label, { font: 'hei' })] }),
    ...emptyLines(1, { keepNext: true }),
    ...text.titleParagraphs(titleLines(caption, landscape ? 28 : 20)),
    emptyRoom(240, { keepNext: true }),
    ...(columns.length === 0
      ? notes
      : [annexTable({ columns, rows, landscape }, text, { below, ...(total === undefined ? {} : { total }) })]),
    ...pictures,
    ...(isTableLast
      ? [foot?.paragraph(LOWEST) ?? emptyRoom(LOWEST, { keepNext: followed })]
      : foot === null
        ? []
        : [foot.paragraph(foot.room)]),
  ];
}

/** Twips of the paragraph that Word wants after a table at a section's end: as low as can be. */
const LOWEST = 20;

function emptyRoom(height: number, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, spacing: { line: height, lineRule: LineRuleType.EXACT }, children: [] });
}

/** 注 to a table in 五号; lines of the note stay lines. */
function noteParagraphs(note: string, text: OfficialText, isFollowed: boolean): Paragraph[] {
  const lines = note.split('\n').filter((line) => line.trim() !== '');
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.LEFT,
        keepNext: isFollowed || index < lines.length - 1,
        keepLines: true,
        spacing: {
          line: 300,
          lineRule: LineRuleType.EXACT,
          before: index === 0 ? 80 : 0,
          after: index === lines.length - 1 ? 80 : 0,
        },
        indent: { left: 420, hanging: index === 0 ? 420 : 0 },
        children: [text.run(`${index === 0 ? '注：' : ''}${line}`, { size: 21, characterSpacing: 0 })],
      }),
  );
}

/** A chart no wider than the type area; its title is in the picture, as in print. */
async function chartParagraph(
  spec: ChartSpec,
  room: { readonly width: number; readonly height: number },
  picture: ChartPicture,
  keepNext: boolean,
): Promise<Paragraph> {
  const { png, ...drawn } = await picture(spec, room.width);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    // A picture on a line of exact height is cut to it.
    spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: pictureSize(drawn, room),
        altText: { name: spec.title, title: spec.title, description: spec.title },
      }),
    ],
  });
}
