import { type Day, parseDay } from '../kernel/day.ts'
import { type AmbitionId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import { activeLines } from '../school/vision.ts'
import { readVision } from '../school/vision-store.ts'
import { LONGEST_TITLE, TAKE } from './doing.ts'
import { doingText } from './doing-text.ts'
import type { AtTalk } from './numbers-desk.ts'
import type { Talk, TalkReason } from './talk.ts'
import type { GivenBack } from './talk-ambition-store.ts'
import { teamName } from './talk-desk.ts'
import { layStep, lookBackOn, makeTalkGoal, putTalkOnAgenda, tieTalk, untieTalk } from './talk-goal-store.ts'
import type { TalkActNo } from './talk-no-desk.ts'
import { talkTitle } from './talk-text.ts'

type Fields = Readonly<Record<string, string | undefined>>
type Answer<Done extends string> = Promise<Done | TalkActNo | null>

const done = async <Word extends string>(result: Promise<unknown>, word: Word): Answer<Word> => {
  const answer = await result
  return answer === null || isRefusal(answer) ? (answer as TalkActNo | null) : word
}

/** Makes a goal of the talk: a draft in the plan, or a proposal. */
export async function goalAct({ desk, reader, talk }: AtTalk, form: Fields): Answer<'goal' | 'proposed'> {
  const planId = parseId<'plan'>(form['plan'])
  if (planId === null) return refuse('no-place')
  const title = titleFrom(form['title'])
  if (isRefusal(title)) return title
  const onDay = dayFrom(form['day'])
  if (isRefusal(onDay)) return onDay
  const line = await lineFrom({ desk, reader }, form['vision'])
  if (isRefusal(line)) return line
  const given = {
    planId,
    title,
    situation: (form['situation'] ?? '').trim() || title,
    approach: (form['approach'] ?? '').trim(),
    visionLineIds: line,
    moments: onDay === null ? [] : [{ onDay, occasion: 'other' as const }],
    taken: takenFrom(form),
  }
  const made = await makeTalkGoal(desk.db, reader.actor, talk.id, given, desk.now)
  if (made === null || isRefusal(made)) return made
  return made.entryId ? 'goal' : 'proposed'
}

/** Every ambition that was ticked to come along has a box of its own. */
const takenFrom = (form: Fields): ReadonlySet<AmbitionId> =>
  new Set(
    Object.keys(form).flatMap((name) => {
      const id =
        name.startsWith(TAKE) && form[name] === 'yes' ? parseId<'ambition'>(name.slice(TAKE.length)) : null
      return id === null ? [] : [id]
    }),
  )

function titleFrom(raw: unknown): string | Refusal<TalkReason> {
  const title = lineOf(raw)
  if (title === '') return refuse('title-missing', 'title')
  return title.length > LONGEST_TITLE ? refuse('title-long', 'title') : title
}

function dayFrom(raw: string | undefined): Day | null | Refusal<TalkReason> {
  if (!raw) return null
  return parseDay(raw) ?? refuse('day-unknown', 'day')
}

/** A goal may hang on nothing yet; then it is a loose end in the plan. */
async function lineFrom({ desk, reader }: Pick<AtTalk, 'desk' | 'reader'>, raw: string | undefined) {
  if (!raw) return []
  const line = activeLines(await readVision(desk.db, reader.actor)).find(({ id }) => id === raw)
  return line ? [line.id] : refuse('line-unknown', 'vision')
}

/** Ties the talk to what stands in the plan: 'plan entry' from the list. */
export function tieAct({ desk, reader, talk }: AtTalk, form: Fields): Answer<'tied'> {
  const [plan, entry] = (form['entry'] ?? '').split(' ')
  const [planId, entryId] = [parseId<'plan'>(plan), parseId<'entry'>(entry)]
  if (!planId || !entryId) return Promise.resolve(refuse('goal-unknown', 'entry'))
  const given = { planId, entryId, taken: takenFrom(form) }
  return done(tieTalk(desk.db, reader.actor, talk.id, given, desk.now), 'tied')
}

/** Lets the talk go from its goal; the answer says what became of its ambitions. */
export async function untieAct({ desk, reader, talk }: AtTalk): Answer<Untied> {
  const given = await untieTalk(desk.db, reader.actor, talk.id, desk.now)
  return given === null || isRefusal(given) ? given : untiedAs(given)
}

type Untied = 'untied' | 'untiedBack' | 'untiedLeft' | 'untiedSome'

function untiedAs({ back, left }: GivenBack): Untied {
  if (left === 0) return back === 0 ? 'untied' : 'untiedBack'
  return back === 0 ? 'untiedLeft' : 'untiedSome'
}

/** Makes a step of a line on what we do. */
export function stepAct({ desk, reader, talk }: AtTalk, form: Fields): Answer<'step'> {
  const line = parseId<'talk-line'>(form['line'])
  if (line === null) return Promise.resolve(refuse('line-gone'))
  return done(layStep(desk.db, reader.actor, talk.id, line, desk.now), 'step')
}

/** Adds a day on which the goal is looked back at. */
export function lookBackAct({ desk, reader, talk }: AtTalk, form: Fields): Answer<'evaluated'> {
  const day = dayFrom(form['day'])
  if (day === null || isRefusal(day)) return Promise.resolve(refuse('day-unknown'))
  return done(lookBackOn(desk.db, reader.actor, talk.id, day, desk.now), 'evaluated')
}

/** Puts the talk on the agenda of a meeting; `share`: shares it with the team in the same press. */
export function agendaAct(
  { desk, reader, talk, team }: AtTalk,
  form: Fields,
): Answer<'agenda' | 'sharedOnAgenda'> {
  const meetingId = parseId<'meeting'>(form['meeting'])
  if (meetingId === null) return Promise.resolve(refuse('meeting-gone'))
  const { meeting } = doingText(reader.language)
  const titleOf = (now: Talk) => meeting.title(talkTitle(reader.language, now, teamName(team, now)))
  const shares = form['share'] === 'yes'
  const given = { meetingId, shares, titleOf }
  return done(
    putTalkOnAgenda(desk.db, reader.actor, talk.id, given, desk.now),
    shares ? 'sharedOnAgenda' : 'agenda',
  )
}
