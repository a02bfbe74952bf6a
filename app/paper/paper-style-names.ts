/** The styles of our own Word files: their ids, and the names under which a person finds them in Word. */
export const STYLE_NAMES = {
  PaperText: 'Formuliertekst',
  PaperEntry: 'Formuliertekst bij doel',
  PaperItem: 'Regel van een lijst',
  PaperFact: 'Feit',
  PaperFigure: 'Getal in een tabel',
  PaperSmall: 'Klein bij een getal',
  PaperLead: 'Inleiding',
  PaperQuote: 'Besluit',
  PaperHead: 'Kop van de bladzijde',
  PaperFoot: 'Voet van de bladzijde',
  PaperSheet: 'Kop van een blad',
  PaperWord: 'Vaste tekst',
  PaperLabel: 'Label',
  PaperNote: 'Aantekening',
  PaperThread: 'Draad',
  PaperOpen: 'Open plek',
  PaperLink: 'Verwijzing',
  PaperPoint: 'Punt van een tekst',
} as const

export type StyleId = keyof typeof STYLE_NAMES

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(STYLE_NAMES).map(([id, name]) => [name.replaceAll(' ', ''), id]),
)

/** A word processor may write the name without spaces in the place of the id when it saves: that is the same style. */
export const ownStyle = (written: string | undefined): string | null =>
  written === undefined ? null : (BY_NAME.get(written) ?? written)
