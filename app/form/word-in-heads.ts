/** Whose track a heading opens. */
export type Role = 'teacher' | 'team' | 'coordinator' | 'principal'
export type PersonHead = { role: Role; name: string }

const TEACHER =
  'leraar|leerkracht|lkr|leerkr|groepsleerkracht|groepsleraar|vakleerkracht|vakleraar|docent|onderwijsassistent|lerarenondersteuner|leraarondersteuner'
const TEACHER_HEAD = new RegExp(
  `^(?:(?:begeleiding(?:straject)?|traject|naam)\\s+(?:van\\s+|voor\\s+)?)?(${TEACHER}|leraren|leerkrachten|duo)\\b\\.?(.*)$`,
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
  const text = raw.replace(/^\s*(?:\d{1,2}[.)]\s+|[A-H](?:\.\d{1,2})+[.)]?\s+|[•▪●○◦·➢]\s*)/, '').trim()
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
  const plain = rest.replace(/^\d{1,2}\s*[:.\-–—)]\s*/, '')
  const name = nameWithGroup(plain) ?? lowerName(after, plain)
  if (!name || (many && !/\s(?:en|&|\+)\s|[,/]/.test(name))) return null
  return {
    role: 'teacher',
    name: /^duo$/i.test(word) || isAssistant(word) ? tidyName(`${word} ${name}`) : name,
  }
}

/** 'Leerkracht: kim de vries': after a colon a name needs no capitals. */
const lowerName = (after: string, rest: string) =>
  /^\s*:/.test(after) &&
  rest.split(/\s+/).length <= 6 &&
  !VERB.test(rest) &&
  /^[\p{L} .'’()\d/-]+$/u.test(rest)
    ? tidyName(rest)
    : null

const isAssistant = (word: string) => /assistent|ondersteuner/i.test(word)

function teamHead(word: string, after: string): PersonHead | null {
  const rest = after.replace(/^[\s:.\-–—=]+/, '').trim()
  if (!rest || !/^[\s:\-–—=(‘'"]/.test(after)) return null
  const words = (rest.split(/:\s+/)[0] ?? rest)
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)
  if (words.length > 7 || /[?!;]|\.\s/.test(rest) || VERB.test(rest)) return null
  const own = /^leer-?team$/i.test(word)
  const [before = '', members] = rest.split(/:\s+/)
  const topic = members && /^\d{1,2}$/.test(before) ? members : before
  return { role: 'team', name: tidyName(own ? topic : `${word} ${topic}`) }
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
  const before = new RegExp(`^(${GROUP})\\s*(?:[:\\-–—,]\\s*|\\(\\s*|\\s(?=\\p{Lu}))(.+?)\\)?$`, 'iu').exec(
    rest,
  )
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
  '(?:groep|gr\\.?|groepen|klas|unit|leerjaar)\\s*:?\\s*\\d[\\w/\\-]*(?:\\s*(?:t/m|en|/|-|&|\\+)\\s*\\d\\w*)*'

/** A name or some names: capitals, initials and small words, perhaps something between brackets. */
export function looksLikeName(text: string): boolean {
  const bare = text
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[“”"‘’']/g, '’')
    .replace(/(?<=\p{L})\s[–—-]\s(?=(?:van|de|den|der|ter|ten|te|el)\s)/u, '-')
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
        /^[’(]?\p{Lu}[\p{L}’.-]*[,.)]?$/u.test(word) ||
        SMALL_WORD.test(word.replace(/[,]$/, '')) ||
        /^[.…_]+$/.test(word),
    )
  )
}

export const tidyName = (text: string) =>
  text
    .replace(
      /^(?:individuele?\s+)?(?:begeleiding(?:straject)?|traject)\s+(?:van\s+|voor\s+)?(?=\p{Lu})/iu,
      '',
    )
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
  const deep = /^((?:\d{1,2}|[A-H])(?:\.\d{1,2})+)\.?\s+(\D.*)$/su.exec(text)
  if (deep) return { number: deep[1] ?? null, title: (deep[2] ?? '').trim(), worded: false }
  const counted =
    /^\(?(\d{1,2}(?:\.\d{1,2})*|[a-hA-H]|[ivx]{1,4}|[IVX]{1,4})[.)]\s*[-–]?\s*(?=\D|$)(.*)$/su.exec(text) ??
    /^(\d{1,2})(?:\s*[:\-–—\t]\s*|\s{2,})(\p{Lu}.*)$/su.exec(text)
  return counted ? { number: counted[1] ?? null, title: (counted[2] ?? '').trim(), worded: false } : null
}
