import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { entryKeeper } from '../plan/plan-keeper-desk.ts'
import { talkFor } from '../plan/talk-sight.ts'
import type { Program } from '../session/actor.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { keepers } from '../writing/passage-keeper-desk.ts'
import type { Suggestion } from '../writing/suggestion.ts'
import { suggest } from '../writing/suggestion-store.ts'
import type { SuggestionBody } from './api-body.ts'
import { ApiProblem, notFound } from './problem.ts'

const find = keepers(entryKeeper)

/** The suggestions on the texts of an entry that the program may read, with what became of them; nobody's names. */
export async function suggestionsOn(db: Db, actor: Program, plan: Plan, entry: Entry) {
  const talk = talkFor(plan, actor, await readTalk(db, actor, plan, [plan.id]))
  const shown: ReturnType<typeof suggestionAnswer>[] = []
  for (const one of talk.suggestions) {
    if (one.ownerId !== entry.id) continue
    if (await find(db, actor, one.ownerId, one.field)) shown.push(suggestionAnswer(one))
  }
  return shown
}

const suggestionAnswer = ({
  id,
  field,
  anchor,
  replacement,
  reason,
  madeAt,
  outcome,
  answer,
}: Suggestion) => ({
  id,
  field,
  quote: anchor.quote,
  replacement,
  reason,
  madeAt,
  outcome,
  answer,
})

const STATUS: Readonly<Record<string, 403 | 404 | 409>> = {
  'may-not': 403,
  'no-longer-here': 404,
  'enough-waiting': 409,
  'enough-said': 409,
  'words-moved': 409,
}

/** Lays another text before who holds the pen of a track; a goal a program writes itself. */
export async function postSuggestion(
  db: Db,
  actor: Program,
  plan: Plan,
  entry: Entry,
  body: SuggestionBody,
  now: Moment,
) {
  if (isGoal(entry))
    throw new ApiProblem({
      status: 403,
      code: 'writes-goals-itself',
      title: 'A program writes goals itself',
      detail: 'Use PATCH on the entry.',
    })
  const passage = entry.texts[body.field as keyof Entry['texts']]
  const given = {
    revision: passage?.revision ?? 0,
    range: null,
    text: body.text,
    reason: body.reason ?? null,
  }
  const spot = { ownerId: entry.id, field: body.field }
  const id = await suggest(db, actor, find, spot, given, now)
  if (isRefusal(id)) throw problemOf(id.refused)
  const made = (await suggestionsOn(db, actor, { ...plan }, entry)).find((one) => one.id === id)
  if (!made) throw notFound()
  return made
}

function problemOf(refused: string): ApiProblem {
  if (refused === 'no-longer-here') return notFound()
  return new ApiProblem({ status: STATUS[refused] ?? 422, code: refused, title: 'This was refused' })
}
