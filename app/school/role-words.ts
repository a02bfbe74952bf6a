import { ROLES, type Role } from '../session/actor.ts'
import { alike } from './line.ts'

/** How schools write the roles, Dutch and English, capitals, accents and points aside. */
const WORDS: Record<Role, readonly string[]> = {
  coordinator: [
    'ib',
    'iber',
    'intern begeleider',
    'interne begeleider',
    'interne begeleiding',
    'kc',
    'kcer',
    'kwaliteitscoördinator',
    'kwaliteitscoördinatoren',
    'coördinator',
    'zorgcoördinator',
    'support coordinator',
    'quality coordinator',
    'coordinator',
  ],
  teacher: [
    'leraar',
    'lerares',
    'leerkracht',
    'leraren',
    'leerkrachten',
    'lkr',
    'lk',
    'lrk',
    'lerk',
    'lio',
    'groepsleerkracht',
    'groepsleraar',
    'groepsleerkrachten',
    'vakleerkracht',
    'vakleraar',
    'docent',
    'juf',
    'juffrouw',
    'meester',
    'invaller',
    'invalleerkracht',
    'teacher',
    'class teacher',
    'zij-instromer',
  ],
  principal: [
    'schoolleider',
    'directeur',
    'directrice',
    'dir',
    'directie',
    'adjunct',
    'adjunct-directeur',
    'locatieleider',
    'locatiedirecteur',
    'principal',
    'head',
    'head teacher',
    'headteacher',
  ],
  expert: [
    'expert',
    'expertleraar',
    'expert leraar',
    'expertleerkracht',
    'expert leerkracht',
    'expert teacher',
    'specialist',
    'leescoördinator',
    'rekencoördinator',
    'taalcoördinator',
    'gedragsspecialist',
    'rekenspecialist',
    'leesspecialist',
    'taalspecialist',
    'rekenexpert',
    'taalexpert',
  ],
  staff: [
    'staff',
    'other staff',
    'ander personeel',
    'overig',
    'overig personeel',
    'oop',
    'onderwijsassistent',
    'oa',
    'onderwijsondersteuner',
    'leraarondersteuner',
    'leerkrachtondersteuner',
    'ondersteuner',
    'conciërge',
    'administratie',
    'administratief medewerker',
    'secretaresse',
    'staff member',
    'logopedist',
    'pedagogisch medewerker',
    'stagiair',
    'stagiaire',
    'vrijwilliger',
    'assistent',
    'medewerker',
    'teaching assistant',
  ],
  administrator: [
    'beheerder',
    'administrator',
    'admin',
    'applicatiebeheerder',
    'ict-beheerder',
    'systeembeheerder',
  ],
}

const ROLE_OF = new Map(
  ROLES.flatMap((role) => [role, ...WORDS[role]].map((word) => [alike(word), role] as const)),
)

/** The role that a word names, or null. */
export const roleNamed = (word: string): Role | null => ROLE_OF.get(alike(word)) ?? endingOf(alike(word))

// 'hoogbegaafdheidsspecialist', 'muziekvakleerkracht': Dutch makes the words as it goes.
const ENDINGS: readonly (readonly [string, Role])[] = [
  ['specialist', 'expert'],
  ['coordinator', 'expert'],
  ['expert', 'expert'],
  ['leerkracht', 'teacher'],
  ['leraar', 'teacher'],
  ['docent', 'teacher'],
  ['assistent', 'staff'],
  ['medewerker', 'staff'],
  ['directeur', 'principal'],
]

const endingOf = (word: string) =>
  ENDINGS.find(([ending]) => word.length > ending.length && word.endsWith(ending))?.[1] ?? null

/** The role whose word differs by at most two signs ('leerkacht'), or null; short words are left alone. */
export function roleResembling(word: string): Role | null {
  const mine = alike(word)
  if (mine.length < 5 || mine.length > 30) return null
  let best: { role: Role; distance: number } | null = null
  for (const [known, role] of ROLE_OF) {
    if (Math.abs(known.length - mine.length) > 2) continue
    const distance = editDistance(mine, known)
    if (distance <= 2 && (best === null || distance < best.distance)) best = { role, distance }
  }
  return best?.role ?? null
}

/** How many signs must change to make one word the other (Levenshtein). */
function editDistance(one: string, other: string) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let across = 1; across <= one.length; across++) {
    const next = [across]
    for (let down = 1; down <= other.length; down++) {
      const changed = (row[down - 1] ?? 0) + (one[across - 1] === other[down - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[down] ?? 0) + 1, (next[down - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** The words in a cell of roles: 'leraar, IB'er' or 'leerkracht / specialist' or 'leraar en bouwcoördinator'. */
export const roleWordsIn = (cell: string) =>
  cell
    .split(/\s*[,;/+&|]\s*|\s+(?:en|and)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
