import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { Roster, RosterPerson } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { firstName } from '../school/person.ts'
import { topicsOf } from '../school/topic-store.ts'
import { topicNames } from '../school/topic-text.ts'
import { type Ask, askOf, namedBy, notAgain } from './ask.ts'
import { AnswerPart } from './ask-answer-view.tsx'
import { mayAnswerAsk, mayAskColleague } from './ask-may.ts'
import type { AnswerSheet, AskEyes, AskSheet, AskTried, ColleagueOption, Offered } from './ask-sheet.ts'
import { asksOf, markAnswersSeen } from './ask-store.ts'
import { AskPart } from './ask-view.tsx'
import type { Match } from './match.ts'
import { matchesFor } from './match-desk.ts'
import { becauseWords, type MatchWords, whenWords } from './match-text.ts'
import type { AtQuestion } from './question-slot-desk.ts'

export type AskShown = {
  /** Who is ticked when the page opens. */
  readonly first?: PersonId | null
  readonly tried?: AskTried | null
  /** On a page of its own. */
  readonly isAlone?: boolean
}

/** Asking a colleague on the page of a question: for the asker, and for who is asked; null for others and once closed. */
export async function askPiece(at: AtQuestion, shown: AskShown = {}): Promise<Child | null> {
  const { actor } = at.reader
  if (mayAskColleague(at.question, actor).may) {
    const sheet = await askSheet(at, shown)
    await markAnswersSeen(at.desk.db, actor, at.question, sheet.asks, at.desk.now)
    return <AskPart {...sheet} />
  }
  const sheet = mayAnswerAsk(at.question, actor).may ? await answerSheet(at, shown.tried ?? null) : null
  return sheet && <AnswerPart {...sheet} />
}

export function eyesOf({ desk, reader }: Pick<AtQuestion, 'desk' | 'reader'>, roster: Roster): AskEyes {
  const { people } = lookupOf(roster)
  return {
    language: reader.language,
    now: desk.now,
    nameOf: (person) => (person && people.get(person)?.name) || '',
  }
}

const titleOf = ({ name, groups }: RosterPerson) =>
  groups.length > 0 ? `${name} (${groups.join(', ')})` : name

async function askSheet(
  at: AtQuestion,
  { first = null, tried = null, isAlone = false }: AskShown,
): Promise<AskSheet> {
  const { desk, reader, question } = at
  const roster = await readRoster(desk.db, reader.actor)
  const asks = await asksOf(desk.db, reader.actor, question)
  const offered = await offeredTo(at, roster)
  const out = new Set([...notAgain(asks), question.asker, ...offered.map(({ person }) => person)])
  const others = optionsOf(roster, out)
  const isThere = (id: PersonId | null) =>
    offered.some(({ person }) => person === id) || others.some(({ value }) => value === id)
  return {
    question: question.id,
    entry: question.tie?.entryId ?? null,
    offered,
    asks,
    named: new Set(namedBy(asks).map(({ proposed }) => proposed)),
    others,
    first: isThere(first) ? first : null,
    tried,
    isAlone,
    eyes: eyesOf(at, roster),
  }
}

/** Everybody who works at the school now, but these, by name. */
const optionsOf = ({ people }: Roster, out: ReadonlySet<PersonId>): ColleagueOption[] =>
  people
    .filter(({ id, hasLeft }) => !hasLeft && !out.has(id))
    .map((person) => ({ value: person.id, label: titleOf(person) }))

async function offeredTo({ desk, reader, question }: AtQuestion, roster: Roster): Promise<Offered[]> {
  const matches = await matchesFor(desk.db, reader.actor, question, desk)
  const names = topicNames(await topicsOf(desk.db, reader.actor), reader.language)
  const words: MatchWords = {
    language: reader.language,
    today: desk.today,
    topicName: (key) => names.get(key) ?? '',
  }
  const { people } = lookupOf(roster)
  return matches.flatMap((match) => {
    const person = people.get(match.person)
    return person ? [offer(match, person, words)] : []
  })
}

const offer = (match: Match, person: RosterPerson, words: MatchWords): Offered => ({
  person: match.person,
  name: titleOf(person),
  because: becauseWords(match, firstName(person), words),
  when: whenWords(match, words),
  recommended: match.recommended,
})

async function answerSheet(at: AtQuestion, tried: AskTried | null): Promise<AnswerSheet | null> {
  const { desk, reader, question } = at
  const me = reader.actor.personId
  const ask: Ask | undefined = askOf(await asksOf(desk.db, reader.actor, question), me)
  if (!ask) return null
  const roster = await readRoster(desk.db, reader.actor)
  return {
    question: question.id,
    asker: question.asker,
    ask,
    others: optionsOf(roster, new Set([me, question.asker])),
    tried,
    eyes: eyesOf(at, roster),
  }
}
