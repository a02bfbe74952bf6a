import type { Db } from '../db/database.ts'
import { parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { isAmongFew } from '../plan/talk-sight.ts'
import type { Member } from '../session/actor.ts'
import type { FindPassage, PassageSight } from '../writing/passage-keeper-desk.ts'
import { type Hit, LONGEST_QUESTION, pieceOf } from '../writing/search.ts'
import { type Found, findTexts } from '../writing/search-store.ts'
import { headOfThread, readTexts, threadIn } from '../writing/search-text-load.ts'
import {
  byYear,
  type FoundText,
  linesFound,
  onShelf,
  peopleFound,
  plansFound,
  type SearchSheet,
} from './search.ts'
import { readTracksOf } from './search-load.ts'
import { searchText } from './search-text.ts'

/** So many texts are shown, and so many looked at: whoever finds more asks more precisely. */
const MOST_SHOWN = 20
const MOST_TRIED = 300
const AT_ONCE = 6

/**
 * Everything of the school that the question finds and that this member may read. Each text is asked of the room that
 * owns it, by the same rights as the page on which it stands.
 */
export async function search(
  db: Db,
  actor: Member,
  findPassage: FindPassage,
  language: Language,
  asked: string,
): Promise<SearchSheet> {
  const question = asked.slice(0, LONGEST_QUESTION).trim()
  const roster = await readRoster(db, actor)
  const plans = await readPlans(db, actor)
  const people = peopleFound(question, roster)
  const tracks = await db.read(actor, (sql) =>
    readTracksOf(
      sql,
      actor,
      people.map(({ id }) => id),
    ),
  )
  const found = await findTexts(db, actor, question)
  const { texts, more } = await readable({ db, actor, findPassage, language, found }, found.hits)
  return {
    question,
    people: people.map((person) => ({ person, tracks: tracks.filter((one) => one.personId === person.id) })),
    lines: linesFound(question, roster),
    plans: plansFound(question, plans),
    years: byYear(texts, plans),
    shelf: onShelf(texts),
    more,
  }
}

type Asking = {
  readonly db: Db
  readonly actor: Member
  readonly findPassage: FindPassage
  readonly language: Language
  readonly found: Found
}

async function readable(asking: Asking, hits: readonly Hit[]) {
  const { db, actor } = asking
  const sights: { hit: Hit; sight: PassageSight }[] = []
  for (let at = 0; at < Math.min(hits.length, MOST_TRIED) && sights.length <= MOST_SHOWN; at += AT_ONCE) {
    const some = hits.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map((hit) => sightOfHit(asking, hit)))
    some.forEach((hit, place) => {
      const sight = found[place]
      if (sight && !isOnlyLike(hit, sights)) sights.push({ hit, sight })
    })
  }
  const shown = sights.slice(0, MOST_SHOWN)
  const texts = await db.read(actor, (sql) =>
    readTexts(
      sql,
      actor,
      shown.map(({ hit }) => hit),
    ),
  )
  return {
    texts: shown.flatMap(({ hit, sight }) =>
      foundText(asking, hit, sight, texts.get(`${hit.ownerId} ${hit.field}`)),
    ),
    more: sights.length > MOST_SHOWN || hits.length > MOST_TRIED,
  }
}

/** Where this reader finds a word as it was asked, it was not mistyped. What others may read says nothing here. */
const isOnlyLike = ({ typos, sure }: Hit, found: readonly { hit: Hit }[]) =>
  typos > 0 && found.some(({ hit }) => hit.sure > sure)

/** What was said about a text is read by who reads that text, and took part when only few did. */
async function sightOfHit(asking: Asking, { ownerId, field }: Hit): Promise<PassageSight | null> {
  const { db, actor, findPassage } = asking
  const thread = threadIn(field)
  if (!thread) return (await findPassage(db, actor, ownerId, field))?.sight ?? null
  const head = await db.read(actor, (sql) => headOfThread(sql, actor, thread))
  const sight = head && (await findPassage(db, actor, ownerId, head.field))?.sight
  if (!sight) return null
  const id = parseId<'plan'>(sight.place.scopeId)
  const plan = id && (await readPlan(db, actor, id))
  return plan && isAmongFew(plan, actor, ownerId, head.openedAt) ? null : sight
}

function foundText({ language, found }: Asking, hit: Hit, sight: PassageSight, text?: string): FoundText[] {
  if (text === undefined) return []
  const isTalk = threadIn(hit.field) !== null
  const title = isTalk ? searchText(language).said(sight.title(language)) : sight.title(language)
  const { meant, mistyped } = found
  const isFound = (word: string) => meant.has(word) && (hit.typos > 0 || !mistyped.has(word))
  // on one line a dash before a point would read as a pause
  const piece = pieceOf(plainOf(text).replace(/^- /gm, '• '), isFound)
  return [{ planId: /^\/plan\/([^/?#]+)/.exec(sight.href)?.[1] ?? '', title, href: sight.href, piece }]
}
