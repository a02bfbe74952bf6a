import { plainLabel } from './word-in-labels.ts'
import { nearest } from './word-in-typo.ts'

export type Section = 'principles' | 'general' | 'team' | 'teachers' | 'teams'
/** Whose track a heading opens. */
export type Role = 'teacher' | 'team' | 'coordinator' | 'principal'
export type PersonHead = { role: Role; name: string }

const SECTIONS: Record<Section, readonly string[]> = {
  principles: [
    'uitgangspunten',
    'principes',
    'uitgangspunten en principes',
    'uitgangspunten principes',
    'onze uitgangspunten',
    'onze principes',
    'principes en uitgangspunten',
    'leidende principes',
    'kernprincipes',
    'waar we van uitgaan',
    'uitgangspunten en principes van het team',
    'uitgangspunten van het team',
    'principes van het team',
    'onze uitgangspunten en principes',
    'uitgangspunt',
    'waar gaan we van uit',
    'vijf principes',
    'onze vijf principes',
  ],
  general: [
    'algemene doelen',
    'algemene doelstellingen',
    'algemene leerdoelen',
    'doelen algemeen',
    'schooldoelen',
    'algemeen',
    'schoolbrede doelen',
    'algemene schooldoelen',
    'doelen van de school',
    'doelen voor de school',
    'jaardoelen',
    'algemene doel',
    'doelen',
    'doelen school',
    'algemene leer doelen',
    'doelen schoolbreed',
    'algemene jaardoelen',
    'algemeen doel',
  ],
  team: [
    'schoolteam',
    'doelen schoolteam',
    'teamdoelen',
    'doelen voor het schoolteam',
    'doelen voor het team',
    'doelen team',
    'het schoolteam',
    'begeleiding schoolteam',
    'begeleiding team',
    'begeleiding van het schoolteam',
    'schoolteamdoelen',
    'begeleiding van het team',
    'doelen van het schoolteam',
    'doelen van het team',
    'team',
    'het team',
    'teamontwikkeling',
    'schoolteam doelen',
    'ons team',
  ],
  teachers: [
    'leraren',
    'leerkrachten',
    'begeleiding per leraar',
    'begeleiding per leerkracht',
    'begeleiding leraren',
    'de leraren',
    'begeleiding leerkrachten',
    'individuele begeleiding',
    'individuele trajecten',
    'trajecten leraren',
    'de leerkrachten',
    'trajecten leerkrachten',
    'per leraar',
    'per leerkracht',
    'begeleiding van leraren',
    'begeleiding van leerkrachten',
    'individuele leraren',
    'individuele leerkrachten',
    'trajecten per leraar',
    'trajecten per leerkracht',
    'onze leraren',
    'onze leerkrachten',
    'individuele doelen',
    'leraren individueel',
    'begeleiding individuele leraren',
    'begeleidingstrajecten',
    'individueel',
    'individuele begeleiding leraren',
    'individuele begeleiding leerkrachten',
    'begeleiding van individuele leraren',
    'begeleiding leraar',
    'begeleiding leerkracht',
    'trajecten van leraren',
    'overzicht per leraar',
    'overzicht per leerkracht',
    'individuele plannen',
  ],
  teams: [
    'leerteams',
    'begeleiding leerteams',
    'trajecten leerteams',
    'begeleiding per leerteam',
    'werkgroepen',
    'ontwikkelteams',
    'onze leerteams',
    'de leerteams',
    'begeleiding van leerteams',
    'leerteam',
    'per leerteam',
    'trajecten per leerteam',
    'begeleiding van de leerteams',
  ],
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
  const bare = text.replace(NUMBER, '').replace(/[\s:.\-–—]+$/, '')
  if (bare.length > 80) return null
  for (const one of [
    bare,
    bare.replace(/\([^)]*\)/g, ''),
    bare.replace(/\b(?:20)?\d\d\s*[-–/]\s*(?:20)?\d\d\b/g, ''),
  ]) {
    const key = plainLabel(one).replaceAll(' ', '')
    const found =
      SECTION_OF.get(key) ?? SECTION_OF.get(nearest(key, SECTION_KEYS, (k) => SECTION_OF.get(k) ?? '') ?? '')
    if (found) return found
  }
  return styled && bare.split(/\s+/).length <= 8 && !/[?!]/.test(bare)
    ? sectionByWords(plainLabel(bare))
    : null
}

function sectionByWords(plain: string): Section | null {
  const has = (pattern: RegExp) => pattern.test(plain)
  if (
    has(
      /\b(evaluatie|terugblik|overzicht activiteiten|jaaroverzicht|bijlage|visie|planning|samenstelling|taken)\b/,
    )
  )
    return null
  if (has(/\b(uitgangspunten|principes)\b/)) return 'principles'
  if (has(/\bleerteams\b/)) return 'teams'
  if (
    has(
      /\b(leraren|leerkrachten)\b|\bper (leraar|leerkracht)\b|\bindividuele? (begeleiding|trajecten|doelen|plannen)\b/,
    )
  )
    return 'teachers'
  if (has(/\b(schoolteam|teamdoelen)\b|\bdoelen\b.*\bteam\b|\bteam\b.*\bdoelen\b/)) return 'team'
  return has(
    /\b(algemene|schoolbrede)\b.*\b(doelen|doelstellingen|leerdoelen)\b|\bdoelen\b.*\bschool(breed)?\b/,
  )
    ? 'general'
    : null
}

const TEACHER =
  'leraar|leerkracht|lkr|leerkr|groepsleerkracht|groepsleraar|vakleerkracht|vakleraar|docent|onderwijsassistent|lerarenondersteuner|leraarondersteuner'
const TEACHER_HEAD = new RegExp(
  `^(?:begeleiding(?:straject)?\\s+|traject\\s+|naam\\s+)?(${TEACHER}|leraren|leerkrachten|duo)\\b\\.?(.*)$`,
  'iu',
)
const TEAM_HEAD =
  /^(?:begeleiding\s+|traject\s+|naam\s+)?(leerteam|leer-team|werkgroep|ontwikkelteam|leerkring|plg|datateam)\b(.*)$/iu
const COORDINATOR_HEAD =
  /^(?:begeleiding\s+|traject\s+)?((?:de\s+)?(?:intern\s+begeleid(?:er|ster)|ib['’‘`]?er|ib|kc['’‘`]?er|kwaliteitsco[oö]rdinator))(?![\p{L}\d])(.*)$/iu
const PRINCIPAL_HEAD =
  /^(?:begeleiding\s+|traject\s+)?((?:de\s+)?(?:schoolleider|directeur|directrice|locatieleider|teamleider|adjunct-directeur))(?![\p{L}\d])(.*)$/iu
const SMALL =
  "van|de|der|den|het|ter|ten|te|in|op|aan|bij|uit|la|le|el|al|ben|bin|von|und|en|e|d|di|da|dos|du|o|v\\.?d\\.?|v\\.|d\\.|t|’t|‘t|'t|’s|'s|duo|collega|juf|meester|mw\\.?|mevr\\.?|dhr\\.?"
const SMALL_WORD = new RegExp(`^(?:${SMALL}|[&+/,])$`, 'iu')

/** A heading with the word: 'Leraar J.', 'LEERKRACHT: Kim (groep 5)', 'Leerteam Rekenen'. */
export function personHead(raw: string): PersonHead | null {
  const text = raw.replace(/^\s*(?:\d{1,2}[.)]\s+|[•▪●○◦·➢]\s*)/, '').trim()
  if (text.length > 110 || text.length < 3) return null
  const teacher = TEACHER_HEAD.exec(text)
  if (teacher) return teacherHead(teacher[1] ?? '', teacher[2] ?? '')
  const team = TEAM_HEAD.exec(text)
  if (team) return teamHead(team[1] ?? '', team[2] ?? '')
  for (const [role, pattern] of [
    ['coordinator', COORDINATOR_HEAD],
    ['principal', PRINCIPAL_HEAD],
  ] as const) {
    const found = pattern.exec(text)
    const rest = found ? (found[2] ?? '').replace(/^[\s:\-–—]+/, '') : null
    if (rest !== null && (rest === '' || rest.startsWith('(') || looksLikeName(rest)))
      return { role, name: tidyName(text) }
  }
  return null
}

function teacherHead(word: string, after: string): PersonHead | null {
  const many = /^(leraren|leerkrachten)$/i.test(word)
  const rest = after.replace(/^[\s:.\-–—=]+/, '')
  if (!rest || !/^[\s:.\-–—=(]/.test(after)) return null
  const name = nameWithGroup(rest)
  if (!name || (many && !/\s(?:en|&|\+)\s|[,/]/.test(name))) return null
  return {
    role: 'teacher',
    name: /^duo$/i.test(word) || isAssistant(word) ? tidyName(`${word} ${name}`) : name,
  }
}

const isAssistant = (word: string) => /assistent|ondersteuner/i.test(word)

function teamHead(word: string, after: string): PersonHead | null {
  const rest = after.replace(/^[\s:.\-–—=]+/, '').trim()
  if (!rest || !/^[\s:\-–—=(‘'"]/.test(after)) return null
  const words = rest
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)
  if (words.length > 7 || /[?!;]|\.\s/.test(rest) || VERB.test(rest)) return null
  const own = /^leer-?team$/i.test(word)
  return { role: 'team', name: tidyName(own ? rest : `${word} ${rest}`) }
}

const VERB =
  /\b(?:is|zijn|was|wordt|worden|heeft|hebben|gaat|gaan|kan|maakt|komt|kijkt|bestaat|leest|denkt|helpt|neemt|levert|wil|werkt|krijgt|geeft|doet|begeleidt|bespreekt|organiseert|sluit|voert|deelt|bereidt)\b/

/** 'groep 5: Kim', 'Kim - groep 5', 'Kim, gr. 5' and 'Kim (groep 5)' all become 'Kim (groep 5)'. */
export function nameWithGroup(text: string): string | null {
  const rest = text
    .trim()
    .replace(/[\s:;,.\-–—]+$/, (end) =>
      end.includes('.') && /(^|[\s.])\p{L}\.\s*$/u.test(text.trim()) ? '.' : '',
    )
  const before = new RegExp(`^(${GROUP})\\s*(?:[:\\-–—,]\\s*|\\(\\s*)(.+?)\\)?$`, 'iu').exec(rest)
  if (before && looksLikeName(before[2] ?? '')) return `${tidyName(before[2] ?? '')} (${before[1]})`
  const after = new RegExp(
    `^(.+?)\\s*(?:[,\\-–—|/:\\t]\\s*|\\s)(${GROUP}(?:[\\s,/&+-].{0,40})?)$`,
    'iu',
  ).exec(rest)
  if (after && looksLikeName(after[1] ?? '')) return `${tidyName(after[1] ?? '')} (${after[2]?.trim()})`
  if (new RegExp(`^${GROUP}$`, 'iu').test(rest)) return rest
  return looksLikeName(rest) ? tidyName(rest) : null
}

const GROUP =
  '(?:groep|gr\\.?|groepen|klas|unit|leerjaar)\\s*\\d[\\w/\\-]*(?:\\s*(?:t/m|en|/|-|&|\\+)\\s*\\d\\w*)*'

/** A name or some names: capitals, initials and small words, perhaps something between brackets. */
export function looksLikeName(text: string): boolean {
  const bare = text
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[“”"‘’']/g, '’')
    .trim()
  const words = bare.split(/[\s\t]+|(?<=[\p{L}.])[/+&,](?=\p{L})/u).filter(Boolean)
  if (!words.length || words.length > 9 || /[?!;:=]/.test(bare)) return false
  if (
    !/^(?:\p{Lu}|[’]?[ts]\b|v\.|d\.|(?:van|de|der|den|el|ter|ten|al|duo|juf|meester|mw|mevr|dhr)\b)/u.test(
      bare,
    )
  )
    return false
  const named = words.filter((word) => /^[’(]?\p{Lu}/u.test(word))
  return (
    named.length > 0 &&
    words.every(
      (word) =>
        /^[’(]?\p{Lu}[\p{L}’.\-]*[,.)]?$/u.test(word) ||
        SMALL_WORD.test(word.replace(/[,]$/, '')) ||
        /^[.…_]+$/.test(word),
    )
  )
}

export const tidyName = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s:;,\-–—]+$/, '')
    .trim()

export type GoalHead = { number: string | null; title: string; worded: boolean }

/** '1. Titel', 'Doel 1: Titel', 'Algemeen doel 2 – Titel', 'a) Titel'; null when nothing numbers it. */
export function goalHead(raw: string): GoalHead | null {
  const text = raw.trim()
  const worded =
    /^(?:algemeen\s+|algemene\s+|school|team|jaar|schoolteam)?-?\s*(?:doel|doelstelling|teamdoel|speerpunt|ambitie)\s*(?:nr\.?\s*)?(\d{1,2}|[A-H]|[IVX]{1,4})\s*(?:[:.)\-–—\t]+\s*|\s+(?=\p{Lu})|$)(.*)$/isu.exec(
      text,
    )
  if (worded) return { number: worded[1] ?? null, title: (worded[2] ?? '').trim(), worded: true }
  const deep = /^(\d{1,2}(?:\.\d{1,2})+)\s+(\D.*)$/su.exec(text)
  if (deep) return { number: deep[1] ?? null, title: (deep[2] ?? '').trim(), worded: false }
  const counted =
    /^\(?(\d{1,2}(?:\.\d{1,2})*|[a-hA-H]|[ivx]{1,4}|[IVX]{1,4})[.)]\s*[-–]?\s*(?=\D|$)(.*)$/su.exec(text) ??
    /^(\d{1,2})\s*[:\-–—\t]\s*(\p{Lu}.*)$/su.exec(text)
  return counted ? { number: counted[1] ?? null, title: (counted[2] ?? '').trim(), worded: false } : null
}
