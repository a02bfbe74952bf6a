import type { FeastKey } from '../year/feast-days.ts'
import type { HolidayKey } from '../year/holiday-span.ts'
import { type ItemKind, isItemKind } from '../year/year.ts'

/** What something in a school calendar becomes: a moment of a kind, a holiday that is known, or a free day. */
export type Becomes =
  | { readonly as: 'item'; readonly kind: ItemKind }
  | { readonly as: 'free'; readonly key: HolidayKey | FeastKey | null }

const HOLIDAYS: readonly (readonly [HolidayKey | FeastKey, RegExp])[] = [
  ['autumn', /herfst\s?vakantie|autumn (?:holiday|break)/i],
  ['christmas', /kerst\s?vakantie|christmas (?:holiday|break)/i],
  ['spring', /(?:voorjaars|krokus|carnavals)\s?vakantie|spring (?:holiday|break)/i],
  ['may', /mei\s?vakantie|may holiday/i],
  ['summer', /(?:zomer|grote)\s?vakantie|summer (?:holiday|break)/i],
  ['good-friday', /goede vrijdag|good friday/i],
  ['easter-monday', /(?:tweede|2e|2de|maandag).{0,3}paas|paas\s?maandag|easter monday/i],
  ['kings-day', /konings\s?dag|king.?s day/i],
  ['liberation-day', /bevrijdings\s?dag|liberation day/i],
  ['ascension', /hemelvaart|ascension/i],
  ['whit-monday', /(?:tweede|2e|2de|maandag).{0,3}pinkster|pinkster\s?maandag|whit monday/i],
]

const FREE =
  /\b(?:les|school)?vrije (?:mid)?dag|\b(?:les|school)vrij|(?:alle )?(?:kinderen|leerlingen|groepen) (?:zijn )?(?:de hele dag )?vrij|\bmarge\s?dag|\bcalamiteitendag|\bvakantie\b|school (?:is )?(?:dicht|gesloten)|day off/i

/** The first that fits; a study day before a free day: the team works. */
const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['study-day', /studie\s?(?:mid)?dag|team\s?dag|\binset day|study day/i],
  ['transition-test', /doorstroom\s?toets|eind\s?toets|transition test/i],
  ['trend-talk', /trend|opbrengst(?:en)?\s?(?:gesprek|bespreking|vergadering)/i],
  ['group-review', /(?:groeps?|leerling)(?:en)?[\s-]?(?:gesprek|bespreking)|group review/i],
  [
    'tests',
    /\bcito\b|\btoets(?:en)?(?:week|weken|periode|s)?\b|[me][-–]?toets|\biep\b|leerling in beeld|\btests?\b/i,
  ],
  ['reports', /rapport|report/i],
  [
    'parents',
    /\bouder|tien\s?minuten|10[\s-]minuten|informatie\s?avond|info\s?avond|voortgangsgesprek|kennismakingsgesprek|startgesprek|kijk\s?(?:avond|middag)|parents/i,
  ],
  ['council', /\bmr\b|\bgmr\b|medezeggenschap|participation council/i],
  ['start', /start\s?vergadering|start\s?dag|opstart\s?dag|start-of-year/i],
  ['deadline', /deadline|inlever|uiterlijk|uiterste (?:datum|dag)/i],
]

/** What a title says that it is; null: nothing that we know, and then nobody is to be taken by surprise. */
export function becomesBy(title: string): Becomes | null {
  const kind = KINDS.find(([, words]) => words.test(title))?.[0]
  const holiday = HOLIDAYS.find(([, words]) => words.test(title))?.[0]
  if (holiday && kind === undefined) return { as: 'free', key: holiday }
  if (kind !== undefined) return { as: 'item', kind }
  return FREE.test(title) ? { as: 'free', key: null } : null
}

/** As a form says it: 'item-tests', 'free-autumn', 'free-own'. */
export const becomesValue = (becomes: Becomes) =>
  becomes.as === 'item' ? `item-${becomes.kind}` : `free-${becomes.key ?? 'own'}`

export function parseBecomes(value: unknown): Becomes | null {
  if (typeof value !== 'string') return null
  if (value === 'free-own') return { as: 'free', key: null }
  const key = HOLIDAYS.find(([known]) => value === `free-${known}`)?.[0]
  if (key) return { as: 'free', key }
  const kind = value.replace(/^item-/, '')
  return value.startsWith('item-') && isItemKind(kind) ? { as: 'item', kind } : null
}
