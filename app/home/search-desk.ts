import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Member } from '../session/actor.ts'
import type { FindPassage } from '../writing/passage-keeper-desk.ts'
import { readPassage } from '../writing/passage-store.ts'
import { type Hit, LONGEST_QUESTION, pieceOf } from '../writing/search.ts'
import { findTexts } from '../writing/search-store.ts'
import { byYear, type FoundText, linesFound, peopleFound, plansFound, type SearchSheet } from './search.ts'
import { readTracksOf } from './search-load.ts'

/** So many texts are shown, and so many looked at: whoever finds more asks more precisely. */
const MOST_SHOWN = 30
const MOST_TRIED = 300

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
  const { hits, meant } = await findTexts(db, actor, question)
  const { texts, more } = await readable({ db, actor, findPassage, language, meant }, hits)
  return {
    question,
    people: people.map((person) => ({ person, tracks: tracks.filter((one) => one.personId === person.id) })),
    lines: linesFound(question, roster),
    plans: plansFound(question, plans),
    years: byYear(texts, plans),
    more,
  }
}

type Asking = {
  readonly db: Db
  readonly actor: Member
  readonly findPassage: FindPassage
  readonly language: Language
  readonly meant: ReadonlySet<string>
}

async function readable(asking: Asking, hits: readonly Hit[]) {
  const texts: FoundText[] = []
  for (const hit of hits.slice(0, MOST_TRIED)) {
    if (texts.length === MOST_SHOWN) return { texts, more: true }
    const text = await readOne(asking, hit)
    if (text) texts.push(text)
  }
  return { texts, more: hits.length > MOST_TRIED }
}

async function readOne(
  { db, actor, findPassage, language, meant }: Asking,
  hit: Hit,
): Promise<FoundText | null> {
  const found = await findPassage(db, actor, hit.ownerId, hit.field)
  if (!found) return null
  const passage = await db.read(actor, (sql) => readPassage(sql, actor, hit))
  if (!passage) return null
  const { sight } = found
  return {
    planId: sight.place.scopeId,
    title: sight.title(language),
    href: sight.href,
    piece: pieceOf(plainOf(passage.text), (word) => meant.has(word)),
  }
}
