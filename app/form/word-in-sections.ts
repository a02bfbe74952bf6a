import { personHead } from './word-in-heads.ts'
import { listed } from './word-in-label-words.ts'
import { plainLabel } from './word-in-labels.ts'
import { nearest } from './word-in-typo.ts'

/** The five parts of the form. */
export type Section = 'principles' | 'general' | 'team' | 'teachers' | 'teams'

const SECTIONS: Record<Section, readonly string[]> = {
  principles: listed(`
    uitgangspunten, principes, uitgangspunten en principes, uitgangspunten principes, onze
    uitgangspunten, onze principes, principes en uitgangspunten, leidende principes, kernprincipes, waar
    we van uitgaan, uitgangspunten en principes van het team, uitgangspunten van het team, principes van
    het team, onze uitgangspunten en principes, uitgangspunt, waar gaan we van uit, vijf principes, onze
    vijf principes, hier staan we voor, hier staan wij voor, waar we voor staan, waar wij voor staan, waar staan
    we voor, hier geloven we in, waar we in geloven, hier gaan we van uit, hier gaan wij van uit
  `),
  general: listed(`
    algemene doelen, algemene doelstellingen, algemene leerdoelen, doelen algemeen, schooldoelen,
    algemeen, schoolbrede doelen, algemene schooldoelen, doelen van de school, doelen voor de school,
    jaardoelen, algemene doel, doelen, doelen school, algemene leer doelen, doelen schoolbreed, algemene
    jaardoelen, algemeen doel
  `),
  team: listed(`
    schoolteam, doelen schoolteam, teamdoelen, doelen voor het schoolteam, doelen voor het team, doelen
    team, het schoolteam, begeleiding schoolteam, begeleiding team, begeleiding van het schoolteam,
    schoolteamdoelen, begeleiding van het team, doelen van het schoolteam, doelen van het team, team,
    het team, teamontwikkeling, schoolteam doelen, ons team
  `),
  teachers: listed(`
    leraren, leerkrachten, begeleiding per leraar, begeleiding per leerkracht, begeleiding leraren, de
    leraren, begeleiding leerkrachten, individuele begeleiding, individuele trajecten, trajecten
    leraren, de leerkrachten, trajecten leerkrachten, per leraar, per leerkracht, begeleiding van
    leraren, begeleiding van leerkrachten, individuele leraren, individuele leerkrachten, trajecten per
    leraar, trajecten per leerkracht, onze leraren, onze leerkrachten, individuele doelen, leraren
    individueel, begeleiding individuele leraren, begeleidingstrajecten, individueel, individuele
    begeleiding leraren, individuele begeleiding leerkrachten, begeleiding van individuele leraren,
    begeleiding leraar, begeleiding leerkracht, trajecten van leraren, overzicht per leraar, overzicht
    per leerkracht, individuele plannen
  `),
  teams: listed(`
    leerteams, begeleiding leerteams, trajecten leerteams, begeleiding per leerteam, werkgroepen,
    ontwikkelteams, onze leerteams, de leerteams, begeleiding van leerteams, leerteam, per leerteam,
    trajecten per leerteam, begeleiding van de leerteams
  `),
}
const SECTION_OF = new Map(
  Object.entries(SECTIONS).flatMap(([section, names]) =>
    names.map((name) => [name.replaceAll(' ', ''), section as Section] as const),
  ),
)
const SECTION_KEYS = [...SECTION_OF.keys()]

const NUMBER =
  /^\s*(?:(?:hoofdstuk|deel|onderdeel|paragraaf)\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Ha-h]|[IVXivx]{1,4})[.):]?[\s\t]+[-–—]?\s*)?(?=\S)/

/** A heading of one of the five parts. Words that only look like one count when the line is styled as a heading. */
export function sectionOf(text: string, styled: boolean): Section | null {
  if (text.length > 120) return null
  const key = `${styled}${text}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const found = findSection(text, styled)
  if (remembered.size > 5000) remembered.clear()
  remembered.set(key, found)
  return found
}

/** A line is asked about more than once while its neighbours are being read. */
const remembered = new Map<string, Section | null>()

function findSection(text: string, styled: boolean): Section | null {
  const bare = text.replace(NUMBER, '').replace(/[\s:.\-–—]+$/, '')
  if (bare.length > 80) return null
  const year = /\b(?:20)?\d\d\s*[-–/]\s*(?:20)?\d\d\b/g
  const keys = [bare, bare.replace(/\([^)]*\)/g, ''), bare.replace(year, '')].map((one) =>
    plainLabel(one).replaceAll(' ', ''),
  )
  const exact = keys.map((key) => SECTION_OF.get(key)).find(Boolean)
  if (exact) return exact
  if (personHead(bare)) return null
  const near = keys.map(misspelledSection).find(Boolean)
  if (near) return near
  return styled && bare.split(/\s+/).length <= 8 && !/[?!]/.test(bare)
    ? sectionByWords(plainLabel(bare))
    : null
}

const misspelledSection = (key: string) =>
  SECTION_OF.get(nearest(key, SECTION_KEYS, (one) => SECTION_OF.get(one) ?? '') ?? '') ?? null

const OTHER =
  /\b(evaluatie|terugblik|overzicht activiteiten|jaaroverzicht|bijlagen?|visie|(?:jaar)?planning|jaarkalender|jaarplan|samenstelling|taken|inleiding|ondertekening|vaststelling|slot)\b/

/** A heading of a part that schools add to the form. */
export const isOtherPart = (text: string) =>
  text.length <= 80 && OTHER.test(plainLabel(text)) && !personHead(text)

/** What a heading of a part speaks of; the first that fits counts. */
const BY_WORDS: readonly (readonly [RegExp, Section])[] = [
  [/\b(uitgangspunten|principes)\b/, 'principles'],
  [/\b(leraren|leerkrachten)\b.*\bleerteams\b/, 'teachers'],
  [/\bleerteams\b/, 'teams'],
  [
    /\b(leraren|leerkrachten)\b|\bper (leraar|leerkracht)\b|\bindividuele? (begeleiding|trajecten|doelen|plannen)\b/,
    'teachers',
  ],
  [/\b(algemene|schoolbrede)\b.*\b(doelen|doelstellingen|leerdoelen)\b/, 'general'],
  [/\b(schoolteam|teamdoelen)\b|\bdoelen\b.*\bteam\b|\bteam\b.*\bdoelen\b/, 'team'],
  [/\bdoelen\b.*\bschool(breed)?\b/, 'general'],
]

function sectionByWords(plain: string): Section | null {
  if (OTHER.test(plain) || /\bbegeleidings? ?plan\b/.test(plain)) return null
  return BY_WORDS.find(([words]) => words.test(plain))?.[1] ?? null
}
