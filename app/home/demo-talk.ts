import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import type { Member } from '../session/actor.ts'
import { openThread, replyIn } from '../writing/comment-store.ts'
import { rangeOfWords } from '../writing/suggestion-place.ts'
import { suggest } from '../writing/suggestion-store.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import { passagesBy } from './passage-keepers-desk.ts'

type Seed = {
  readonly tx: Db
  readonly cast: { readonly member: (key: DemoPersonKey) => Member }
  readonly now: Moment
}

/** What colleagues say about the first two goals: a question with its answer, a remark, and a suggestion that waits. */
export async function seedTalk({ tx, cast, now }: Seed, plan: Plan): Promise<void> {
  const findPassage = passagesBy(() => new Date(now))
  const [first, second] = entriesOf(plan, 'general-goal').map((goal) => wordsOf(goal.id, goal.texts.approach))
  if (!first || !second) throw new Error('the demo has two goals to talk about')
  const say = async (who: DemoPersonKey, about: Words, text: string) =>
    must(await openThread(tx, cast.member(who), findPassage, about.spot, { text, about: about.where }, now))
  const steps = await say(
    'youssef',
    first('het controleren van begrip'),
    'Zullen we afspreken bij welke les we dit oefenen?',
  )
  const answer = 'Goed plan. Ik zet het op de agenda van de bouw.'
  must(await replyIn(tx, cast.member('karin'), findPassage, steps, answer, now))
  await say(
    'lotte',
    second('elke dag om half negen'),
    'Bij ons is half negen gym op maandag. Wat doen jullie?',
  )
  const { spot, where } = second('praat met een kind over het boek')
  const text = 'praat elke week met elk kind over het boek'
  const reason = 'Dan kennen we alle lezers, ook de stille.'
  must(await suggest(tx, cast.member('petra'), findPassage, spot, { ...where, text, reason }, now))
}

type Words = ReturnType<ReturnType<typeof wordsOf>>

/** Words of the approach of a goal, by where they stand. */
const wordsOf =
  (ownerId: string, passage: { text: string; revision: number } | undefined) => (words: string) => {
    const range = passage ? rangeOfWords(passage.text, words, '') : null
    if (!passage || !range) throw new Error(`the demo no longer says: ${words}`)
    return { spot: { ownerId, field: 'approach' }, where: { range, revision: passage.revision } }
  }

/** The seed never refuses: if it does, the seed is wrong. */
function must<Value>(value: Value) {
  if (isRefusal(value)) throw new Error(`the seed of the demo was refused: ${value.refused}`)
  return value as Exclude<Value, { readonly refused: string }>
}
