import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import type { AnswerId, PlanId, QuestionId } from '../kernel/id.ts'
import { callHeavy } from '../question/heavy-store.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import type { AdHoc } from '../time/time.ts'
import type { AnswerKind, ReplyAs } from '../tray/answer.ts'
import { giveAnswer } from '../tray/answer-store.ts'
import { replyTo } from '../tray/reply-store.ts'
import { logSmall } from '../tray/small-ask-store.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import { comesInOfficeHours } from './demo-office.ts'
import type { Seed } from './demo-plan.ts'
import { LAST_YEAR, SOLVED } from './demo-question-solved.ts'
import { DAANS, EVAS, PETRAS, RUNNING } from './demo-question-story.ts'
import { ago, askColleague, must, seedQuestion } from './demo-questions.ts'

/** The questions of the school: those that were solved, that run, and the three that came to Karin. */
export async function seedQuestions(seed: Seed, lastYear: PlanId, planId: PlanId): Promise<void> {
  for (const story of LAST_YEAR) await seedQuestion(seed, lastYear, story)
  for (const story of [...SOLVED, ...RUNNING]) await seedQuestion(seed, planId, story)
  await answerDaan(seed, await seedQuestion(seed, planId, DAANS))
  await answerEva(seed, await seedQuestion(seed, planId, EVAS))
  await seedQuestion(seed, planId, PETRAS)
  await seedSmallAsks(seed)
  await callForHelp(seed)
}

const SEVEN_MINUTES = 7 * 60_000

/** Sem asked seven minutes ago whether somebody comes; he did not have to say why, and nobody answered yet. */
async function callForHelp({ tx, cast, now }: Seed) {
  const at = momentOf(new Date(Date.parse(now) - SEVEN_MINUTES))
  must(await callHeavy(tx, cast.member('sem'), { question: null, to: null }, { now: at, tell: nobody }))
}

/** 'Vraag het aan Hanneke': and so he did. */
async function answerDaan(seed: Seed, id: QuestionId) {
  const words =
    'Daan, je keek al goed: het begint in de gang. Hanneke loopt daar elke week met ze mee. Wil je haar vragen of jullie er samen naar kijken?'
  const hanneke = seed.cast.people.hanneke
  const answer = await give(seed, id, { kind: 'ask', words, colleague: hanneke }, ago(seed, 2, '16:10'))
  await reply(seed, 'daan', answer, { as: 'taken', words: '' }, ago(seed, 2, '16:30'))
  const asked = {
    who: 'hanneke',
    said: 'yes',
    words: 'Vrijdag na de gym loop ik met je mee naar binnen.',
  } as const
  for (const [place, happens] of askColleague(seed, id, DAANS, asked).entries())
    await happens(ago(seed, 2, ['16:35', '16:50', '17:05'][place] ?? '17:10'))
}

/** 'Ik kom', in her office hours; in a holiday there are none, and then a question back. */
async function answerEva(seed: Seed, id: QuestionId) {
  const comes = await comesInOfficeHours(seed, 'eva', id)
  const at = ago(seed, 3, '16:40')
  const words = comes
    ? 'Eva, ik kijk graag met je mee. Neem drie woorden mee die bleven hangen en drie die weg zijn.'
    : 'Eva, welke woorden bleven wél hangen? Wat deden de kinderen toen zelf?'
  const kind = comes ? 'come' : 'yours'
  const answer = await give(seed, id, { kind, words, ...(comes ? { comes } : {}) }, at)
  await reply(seed, 'eva', answer, { as: 'thanks', words: 'Fijn, ik neem ze mee.' }, ago(seed, 2, '17:15'))
}

type Giving = {
  readonly kind: AnswerKind
  readonly words: string
  readonly colleague?: Seed['cast']['people']['karin']
  readonly comes?: NonNullable<Awaited<ReturnType<typeof comesInOfficeHours>>>
}

async function give({ tx, cast }: Seed, id: QuestionId, giving: Giving, now: Moment): Promise<AnswerId> {
  const { kind, words, colleague = null, comes } = giving
  const given = { kind, words, variant: '', agreement: null, colleague, step: null }
  const moment = comes ? { moment: (inside: Seed['tx']) => comes(inside, now) } : {}
  return must(
    await giveAnswer(tx, cast.member('karin'), id, { given, seen: null, now, tell: nobody, ...moment }),
  )
}

async function reply(
  { tx, cast }: Seed,
  who: DemoPersonKey,
  id: AnswerId,
  said: { readonly as: ReplyAs; readonly words: string },
  now: Moment,
) {
  const no = await replyTo(tx, cast.member(who), id, said, { now, tell: nobody })
  if (no) throw new Error(`a reply of the demo was refused: ${JSON.stringify(no)}`)
}

/** Nothing leaves the demo school. */
const nobody = async () => {}

/** Of this week, as far as it has come: mostly a class to take over. By the day of the week from Monday on. */
const SMALL: readonly (readonly [weekday: number, clock: string, kind: AdHoc, answer: AnswerKind])[] = [
  [0, '10:15', 'take-class', 'come'],
  [0, '14:40', 'call-parents', 'yours'],
  [1, '08:50', 'take-class', 'ask'],
  [2, '11:30', 'prepare', 'yours'],
  [3, '09:10', 'take-class', 'come'],
  [4, '09:30', 'take-class', 'yours'],
]

async function seedSmallAsks({ tx, cast, now }: Seed) {
  const monday = mondayOf(dayOf(new Date(now)))
  for (const [weekday, clock, kind, answer] of SMALL) {
    const day = plusDays(monday, weekday)
    const at = momentInAmsterdam(`${day}T${clock}`) ?? momentOf(new Date(`${day}T${clock}:00Z`))
    if (at >= now) continue
    const once = `demo-${weekday}-${clock}`
    must(await logSmall(tx, cast.member('karin'), { kind, answer, day, once, now: at }))
  }
}
