const FILES: Readonly<Record<string, string>> = import.meta.glob<string>('../../../resources/help/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const TEXTS = new Map(Object.entries(FILES).map(([file, text]) => [`/${file.split('/').at(-1)?.slice(0, -3)}`, text]));

/** The manual's page of a screen (`/imports` → `resources/help/imports.md`); undefined: none is written. */
export function helpText(screen: string): string | undefined {
  return TEXTS.get(screen);
}
