import type { Moment } from '../kernel/day.ts'
import { type EntryId, type PrincipleId, parseId } from '../kernel/id.ts'
import { type Entry, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'

/**
 * What the team can be asked: the plan as a whole, and, where the coordinator chooses, a part of it. A teacher's track
 * is no such part: its text is the teacher's.
 */
export type Item =
  | { readonly about: 'plan' | 'effort' | 'places'; readonly subjectId: null }
  | { readonly about: 'principle'; readonly subjectId: PrincipleId }
  | { readonly about: 'goal'; readonly subjectId: EntryId }

export const WHOLE: Item = { about: 'plan', subjectId: null }

/** All that can be put to decision, the whole first. */
export const itemsOf = (plan: Plan): readonly Item[] => [
  WHOLE,
  ...plan.principles.map((principle): Item => ({ about: 'principle', subjectId: principle.id })),
  ...[...entriesOf(plan, 'general-goal'), ...entriesOf(plan, 'team-goal')].map(
    (goal): Item => ({ about: 'goal', subjectId: goal.id }),
  ),
  { about: 'effort', subjectId: null },
  { about: 'places', subjectId: null },
]

/** The name of an item in a form and in the store: 'plan', 'goal:<id>'. */
export const itemKey = ({ about, subjectId }: Item) => (subjectId === null ? about : `${about}:${subjectId}`)

export function parseItem(value: string): Item | null {
  const [about, id] = value.split(':')
  if (about === 'plan' || about === 'effort' || about === 'places')
    return id === undefined ? { about, subjectId: null } : null
  if (about === 'principle') return withId(parseId<'principle'>(id), (subjectId) => ({ about, subjectId }))
  return about === 'goal' ? withId(parseId<'entry'>(id), (subjectId) => ({ about, subjectId })) : null
}

const withId = <Given>(id: Given | null, make: (id: Given) => Item) => (id === null ? null : make(id))

/** The item that a stored decision is about; null for what this room does not know. */
export const itemFrom = (decision: Pick<SeenDecision, 'about' | 'subjectId' | 'scopeId'>): Item | null =>
  parseItem(
    decision.subjectId === decision.scopeId ? decision.about : `${decision.about}:${decision.subjectId}`,
  )

/** How an item reads: its title, and its text as it is put forward; of the whole without what is put forward apart. */
export type ItemWords = {
  readonly title: (plan: Plan, item: Item) => string
  readonly text: (plan: Plan, roster: Roster, item: Item, apart: readonly Item[]) => string
}

/** What exactly is decided, each piece under a name of its own: so that one can see later whether it is still so. */
export type Content = Readonly<Record<string, string>>

/** The name under which the aim for preventing stands in what is decided, as whole percent. */
export const AIM = 'aim'

/** Null when the plan no longer holds the item. */
export function contentOf(plan: Plan, item: Item): Content | null {
  switch (item.about) {
    case 'plan':
      return merge([
        aimContent(plan),
        ...itemsOf(plan)
          .filter((one) => one.about !== 'plan')
          .map((one) => contentOf(plan, one) ?? {}),
      ])
    case 'principle': {
      const principle = plan.principles.find((one) => one.id === item.subjectId)
      return principle ? { [`principle:${principle.id}`]: principle.text.text } : null
    }
    case 'goal': {
      const goal = entryOf(plan, item.subjectId)
      return goal && isGoal(goal) ? goalContent(goal) : null
    }
    case 'effort':
      return merge(plan.entries.map(effortContent))
    case 'places':
      return merge(
        plan.entries
          .filter((entry) => !isGoal(entry))
          .map((entry) => ({ [`place:${entry.id}`]: placeOf(entry) })),
      )
  }
}

const merge = (contents: readonly Content[]): Content => Object.assign({}, ...contents)
const placeOf = (entry: Entry) => entry.personId ?? entry.learningTeamId ?? entry.name ?? ''

/** The share for preventing belongs to the whole; nothing where none is set. */
const aimContent = ({ preventiveAim }: Pick<Plan, 'preventiveAim'>): Content =>
  preventiveAim === null ? {} : { [AIM]: String(preventiveAim) }

function goalContent(goal: Entry): Content {
  const texts = TEXTS_OF[goal.kind].map((field) => [`goal:${goal.id}:${field}`, textOf(goal, field)] as const)
  return {
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    [`goal:${goal.id}:vision`]: goal.visionLineIds.join(' '),
    [`goal:${goal.id}:days`]: goal.moments.map((moment) => moment.onDay).join(' '),
  }
}

/** The coordinator's own words: they are decided, also where the track around them is not yet shown to the team. */
function effortContent(entry: Entry): Content {
  const text = textOf(entry, 'coordinatorEffort')
  return text === '' ? {} : { [`effort:${entry.id}`]: text }
}

/** Whether what was decided is still what stands there; a place that somebody took since then undoes nothing. */
export function isStillSo(decided: Content, now: Content): boolean {
  const same = Object.entries(decided).every(([name, text]) => now[name] === text)
  return same && Object.keys(now).every((name) => decided[name] !== undefined || name.startsWith('place:'))
}

/** The whole is decided as its parts are: what was put to the team apart is left out of it. */
export const withoutParts = (content: Content, parts: readonly Item[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !parts.some((part) => belongsTo(name, part))))

function belongsTo(name: string, { about, subjectId }: Item) {
  if (about === 'principle') return name === `principle:${subjectId}`
  if (about === 'goal') return name.startsWith(`goal:${subjectId}:`) || name === `effort:${subjectId}`
  return about === 'effort' ? name.startsWith('effort:') : about === 'places' && name.startsWith('place:')
}

/** Where an item stands on its way to adoption. */
export type ItemState = {
  readonly item: Item
  readonly decision: SeenDecision | null
  readonly is:
    | 'not-asked'
    | 'open'
    | 'undecided'
    | 'stands'
    | 'changed-since'
    | 'dropped'
    | 'dropped-but-there'
}

/** Whether a decision belongs to the adoption under way: opened after the last one. Ids sort by when they were made. */
export function isOfNow(plan: Plan, decision: Pick<SeenDecision, 'id'>) {
  const last = plan.changes.findLast((change) => change.to === 'adopted')
  return last === undefined || decision.id > (last.id as string)
}

/** The state of every item that is there or was asked since the last adoption. */
export function itemStates(plan: Plan, decisions: readonly SeenDecision[]): ItemState[] {
  const asked = decisions.filter((decision) => isOfNow(plan, decision))
  const apart = askedApart(asked)
  const there = itemsOf(plan)
  const gone = apart.filter((item) => contentOf(plan, item) === null)
  return [...there, ...gone].map((item) => {
    const decision = asked.findLast((one) => keyOf(one) === itemKey(item)) ?? null
    return { item, decision, is: decision === null ? 'not-asked' : standOf(plan, item, decision, apart) }
  })
}

/** The parts that these decisions are about, each once. */
export function askedApart(decisions: readonly SeenDecision[]): Item[] {
  const parts = decisions
    .flatMap((decision) => itemFrom(decision) ?? [])
    .filter((item) => item.about !== 'plan')
  return [...new Map(parts.map((item) => [itemKey(item), item])).values()]
}

function keyOf(decision: SeenDecision) {
  const item = itemFrom(decision)
  return item === null ? null : itemKey(item)
}

function standOf(plan: Plan, item: Item, decision: SeenDecision, apart: readonly Item[]): ItemState['is'] {
  const stand = decision.standing.now.is
  const now = contentOf(plan, item)
  if (stand === 'open') return 'open'
  if (stand === 'dropped') return now === null ? 'dropped' : 'dropped-but-there'
  if (stand !== 'stands') return 'undecided'
  const parts = item.about === 'plan' ? apart : []
  const isSo =
    now !== null && isStillSo(withoutParts(decidedContent(decision), parts), withoutParts(now, parts))
  return isSo ? 'stands' : 'changed-since'
}

/** What the last round put forward, exactly. */
export function decidedContent(decision: Pick<SeenDecision, 'rounds'>): Content {
  const last = decision.rounds[decision.rounds.length - 1] ?? decision.rounds[0]
  return JSON.parse(last.content) as Content
}

/** Not before the team already: never asked, changed since, or taken back and to be asked anew in another frame. */
export const mayBeAsked = (state: ItemState) =>
  state.is === 'not-asked' || state.is === 'changed-since' || state.is === 'dropped-but-there'

/** The plan is adopted when the whole and every part that was put to the team stand, as they are now. */
export function isReadyToAdopt(states: readonly ItemState[]) {
  const whole = states.find((state) => state.item.about === 'plan')
  return (
    whole?.is === 'stands' && states.every((state) => ['not-asked', 'stands', 'dropped'].includes(state.is))
  )
}

/** Until when who was not there can still come back on what was decided in a room: nothing is sealed before; null: not. */
export const waitsFor = (states: readonly ItemState[]): Moment | null =>
  states
    .map(({ decision }) => decision?.standing.now)
    .reduce<Moment | null>((latest, now) => {
      const until = now?.is === 'stands' ? now.until : null
      return until !== null && (latest === null || until > latest) ? until : latest
    }, null)

/** What still stands between the plan and its adoption. */
export const notYet = (states: readonly ItemState[]) =>
  states.filter((state) => !['not-asked', 'stands', 'dropped'].includes(state.is))

/** '1.0' for the first version, then '1.1', '1.2'. */
export const nextNumber = (versions: readonly { readonly number: string }[]) => `1.${versions.length}`
