import type { EntryId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Entry } from '../plan/entry.ts'
import { ownersOf, textOf } from '../plan/entry.ts'
import { entriesOf, entryOf, isAdopted, type Phase, type Plan } from '../plan/plan.ts'
import { firstLine, goalNumbers } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import type { Question } from '../question/question.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { proposeTopics } from '../school/topic-words.ts'

/** What the team agreed in its plan, to lay under an answer: a principle or a goal. */
export type TeamAgreement = {
  /** 'principle:<id>' or 'entry:<id>', as a form names it. */
  readonly key: string
  readonly words: string
  readonly href: string
  readonly kind: 'principle' | 'goal'
  /** 'principle 2', 'goal 3'. */
  readonly number: string
  /** Of which year the plan is, when that is not the plan of today. */
  readonly year: SchoolYear | null
}

/** What the team agreed in it stands: adopted, or closed after its year. */
export const isAgreed = (phase: Phase) => isAdopted(phase) || phase === 'archived'

/** In characters. */
const LONGEST = 240

/**
 * The principles and goals of a plan that the team adopted; of a plan that is still being written nothing.
 * @param year of the plan, when it is not the plan of today
 */
export function agreementsOf(plan: Plan | null, year: SchoolYear | null = null): TeamAgreement[] {
  if (plan === null || !isAgreed(plan.phase)) return []
  const numbers = goalNumbers(plan)
  const principles = plan.principles.map(
    ({ id, text }, place): TeamAgreement => ({
      key: `principle:${id}`,
      words: firstLine(text.text, LONGEST),
      href: `/plan/${plan.id}#principles`,
      kind: 'principle',
      number: String(place + 1),
      year,
    }),
  )
  const goals = entriesOf(plan, 'general-goal', 'team-goal').map(
    (entry): TeamAgreement => ({
      key: `entry:${entry.id}`,
      words: firstLine(textOf(entry, 'title'), LONGEST),
      href: `/plan/${plan.id}#e-${entry.id}`,
      kind: 'goal',
      number: numbers.get(entry.id) ?? '',
      year,
    }),
  )
  return [...principles, ...goals].filter(({ words }) => words !== '')
}

/** Of Greven's list the principles that a kind 'you can do this' rests on, the nearest first. */
const NEAREST = ['5', '9', '3', '2', '6', '4']

/**
 * Which agreement lies nearest to a question: the goal that its track hangs on, a goal about its topic, or the principle
 * that says that the teacher holds the pen. Null: nothing fits, and nothing is laid under it unasked.
 * @param now the plan that is being written, when what was agreed is of the year before: tracks stand there
 */
export function fitting(
  plan: Plan | null,
  question: Pick<Question, 'tie' | 'topic'>,
  topics: readonly Topic[],
  now: Plan | null = plan,
): string | null {
  const known = agreementsOf(plan)
  if (plan === null || known.length === 0) return null
  const found = [goalOfTie(now, plan, question.tie), goalAbout(plan, question.topic?.key ?? null, topics)]
    .map((id) => id && `entry:${id}`)
    .find((key) => key !== null && known.some((one) => one.key === key))
  return found ?? principleFor(plan, known)
}

/** The goal that the track hangs on; of a goal that goes on from last year the one that it goes on from. */
function goalOfTie(now: Plan | null, agreed: Plan, tie: Question['tie']): EntryId | null {
  const track =
    tie && [now, agreed].flatMap((plan) => plan?.entries ?? []).find(({ id }) => id === tie.entryId)
  if (!track?.parentId || entryOf(agreed, track.parentId)) return track?.parentId ?? null
  return (now && entryOf(now, track.parentId)?.carriedFrom) ?? null
}

function goalAbout(plan: Plan, topic: TopicKey | null, topics: readonly Topic[]): EntryId | null {
  if (topic === null) return null
  const about = (entry: Entry) =>
    proposeTopics(`${textOf(entry, 'title')} ${textOf(entry, 'startSituation')}`, topics).includes(topic)
  return entriesOf(plan, 'general-goal', 'team-goal').find(about)?.id ?? null
}

function principleFor(plan: Plan, known: readonly TeamAgreement[]): string | null {
  for (const preset of NEAREST) {
    const principle = plan.principles.find((one) => one.preset === preset)
    if (principle && known.some(({ key }) => key === `principle:${principle.id}`))
      return `principle:${principle.id}`
  }
  return null
}

/** Where a step can be offered: the asker's own track, the track of the own learning team, a goal that one carries. */
export type StepPlace = { readonly entry: Entry; readonly isOwn: boolean }

/**
 * The places at which the asker may make a step, as far as this reader may read them; the track to which the question is
 * tied first.
 * @param plan as the coordinator may see it
 */
export function stepPlaces(
  plan: Plan | null,
  question: Pick<Question, 'asker' | 'tie'>,
  roster: Roster,
  mayRead: (entry: Entry) => boolean,
): StepPlace[] {
  if (plan === null || plan.phase === 'archived') return []
  const teams = roster.learningTeams.filter(({ memberIds }) => memberIds.includes(question.asker))
  const placed = plan.entries.flatMap((entry): (StepPlace & { order: number })[] => {
    const order = orderOf(entry, question.asker, teams)
    return order === null || !mayRead(entry) ? [] : [{ entry, isOwn: order < 2, order }]
  })
  const isTied = ({ entry }: StepPlace) => entry.id === question.tie?.entryId
  return placed
    .sort((one, other) => Number(isTied(other)) - Number(isTied(one)) || one.order - other.order)
    .map(({ entry, isOwn }) => ({ entry, isOwn }))
}

/** 0 the own track, 1 of the own learning team, 2 a goal that one carries by name, 3 of the whole team; null: none. */
function orderOf(entry: Entry, asker: Question['asker'], teams: Roster['learningTeams']): number | null {
  if (entry.kind === 'teacher-track') return ownersOf(entry).includes(asker) ? 0 : null
  if (entry.kind === 'learning-team-track')
    return teams.some(({ id }) => id === entry.learningTeamId) ? 1 : null
  const executors = entry.people.filter(({ part }) => part === 'executor')
  if (executors.length === 0) return 3
  return executors.some(({ personId }) => personId === asker) ? 2 : null
}
