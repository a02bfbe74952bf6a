import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { ItemState, Meeting, MeetingItem, Purpose, Stage } from './meeting.ts'

/**
 * What may follow what while a meeting is led. Two people lead at once (the chair at the board, the minute-taker at the
 * desk), and a nervous finger taps twice: so an act says at which item and stage it was meant, and one that comes after
 * the meeting went on does nothing.
 */
export type Mark = { readonly item: MeetingItemId | null; readonly stage: Stage | null }

export type RunItem = Pick<MeetingItem, 'id' | 'purpose' | 'state' | 'stage' | 'spent'>

/** What of a meeting leading looks at. `busy`: a round or a poll that is open, and on which item. */
export type Run = Pick<Meeting, 'phase' | 'current' | 'opened' | 'closed' | 'chair'> & {
  readonly isCancelled: boolean
  readonly items: readonly RunItem[]
  readonly busy: { readonly what: 'round' | 'poll'; readonly item: MeetingItemId } | null
}

/** How an item is left: talked through, moved to a later meeting, gone by, or to come back to today. */
export const LEAVINGS = ['done', 'carried', 'passed', 'to-come'] as const
export type Leaving = (typeof LEAVINGS)[number]

export type RunAct =
  | { readonly act: 'open' }
  | { readonly act: 'next'; readonly mark: Mark; readonly leave: Leaving }
  | { readonly act: 'back'; readonly mark: Mark }
  | { readonly act: 'go'; readonly mark: Mark; readonly item: MeetingItemId }
  | { readonly act: 'stage'; readonly mark: Mark; readonly stage: Stage | null }
  | { readonly act: 'rest'; readonly mark: Mark }
  | { readonly act: 'set'; readonly item: MeetingItemId; readonly state: Exclude<Leaving, 'done'> }
  | { readonly act: 'close'; readonly mark: Mark; readonly left: ReadonlyMap<MeetingItemId, Leaving> }
  | { readonly act: 'reopen' }

export type RunRefusal =
  | 'moved-on'
  | 'not-running'
  | 'already-open'
  | 'meeting-cancelled'
  | 'round-still-open'
  | 'poll-still-open'
  | 'no-such-item'
  | 'no-item-before'
  | 'stage-unknown'
  | 'nothing-to-decide'
  | 'not-closed'
  | 'hour-is-over'
  | 'only-chair-reopens'

/** Every way in which leading says no. */
export type LeadRefusal = RunRefusal | 'only-who-leads' | 'guest-watches' | 'too-few-for-ballots'

export type Led = Run | Refusal<RunRefusal>

/** By whom and when. */
export type By = { readonly person: PersonId; readonly now: Moment }

/** The stages of an item, in order; before the first of them it is shown and introduced. */
export function stagesOf(purpose: Purpose): readonly Stage[] {
  if (purpose === 'informing') return ['understanding']
  return purpose === 'opinion' ? ['understanding', 'reactions'] : ['understanding', 'reactions', 'consent']
}

/** The stage before this one; null: the item as it is introduced. */
export function stageBefore({ purpose, stage }: Pick<RunItem, 'purpose' | 'stage'>): Stage | null {
  const stages = stagesOf(purpose)
  return stage === null ? null : (stages[stages.indexOf(stage) - 1] ?? null)
}

export const runItem = ({ items }: Pick<Run, 'items'>, id: string | null | undefined) =>
  items.find((item) => item.id === id) ?? null
export const currentOf = (run: Pick<Run, 'items' | 'current'>) => runItem(run, run.current?.item)

/** Where the meeting is now: what an act has to name. */
export function markOf(run: Pick<Run, 'items' | 'current'>): Mark {
  const item = currentOf(run)
  return { item: item?.id ?? null, stage: item?.stage ?? null }
}

/** What stands after an act; pure. */
export function lead(run: Run, act: RunAct, by: By): Led {
  if (act.act === 'open') return open(run, by)
  if (act.act === 'reopen') return reopen(run, by)
  if (run.phase !== 'running') return refuse('not-running')
  if ('mark' in act && !isAt(run, act.mark)) return refuse('moved-on')
  switch (act.act) {
    case 'next':
      return unlessBusy(run, () => next(run, act.leave, by.now))
    case 'back':
      return unlessBusy(run, () => back(run, by.now))
    case 'go':
      return unlessBusy(run, () => go(run, act.item, by.now))
    case 'stage':
      return unlessBusy(run, () => toStage(run, act.stage))
    case 'rest':
      return unlessBusy(run, () => leave(run, 'to-come', by.now))
    case 'set':
      return setState(run, act.item, act.state)
    case 'close':
      return unlessBusy(run, () => close(run, act.left, by))
  }
}

const isAt = (run: Run, mark: Mark) => {
  const here = markOf(run)
  return here.item === mark.item && here.stage === mark.stage
}

function unlessBusy(run: Run, act: () => Led): Led {
  if (run.busy === null) return act()
  return refuse(run.busy.what === 'round' ? 'round-still-open' : 'poll-still-open')
}

function open(run: Run, by: By): Led {
  if (run.isCancelled) return refuse('meeting-cancelled')
  if (run.phase !== 'prepare') return refuse('already-open')
  return { ...run, phase: 'running', current: null, opened: { at: by.now, by: by.person }, closed: null }
}

const withItem = (run: Run, id: MeetingItemId, change: Partial<RunItem>): Run => ({
  ...run,
  items: run.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
})

/** Whole seconds of a turn; a clock that was set back takes nothing away. */
export const turnSeconds = (since: Moment, now: Moment) =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000))

/** The turn of the current item ends: its time is kept, and nothing is current. */
function leave(run: Run, state: ItemState, now: Moment): Run {
  const item = currentOf(run)
  if (run.current === null) return run
  const rested: Run = { ...run, current: null }
  if (item === null) return rested
  return withItem(rested, item.id, { state, spent: item.spent + turnSeconds(run.current.since, now) })
}

function enter(run: Run, item: MeetingItemId, now: Moment): Run {
  return { ...withItem(run, item, { state: 'current' }), current: { item, since: now } }
}

/** On to the first item that is still to come, in the order of the agenda, after this one before those it jumped over. */
function next(run: Run, leaving: Leaving, now: Moment): Run {
  const at = run.items.findIndex((item) => item.id === run.current?.item)
  const ahead = run.items.slice(at + 1).find((item) => item.state === 'to-come')
  const behind = run.items.slice(0, Math.max(at, 0)).find((item) => item.state === 'to-come')
  const left = leave(run, leaving, now)
  const to = ahead ?? behind
  return to ? enter(left, to.id, now) : left
}

/** To the item before this one on the agenda; between items to the last that was had. */
function back(run: Run, now: Moment): Led {
  const at = run.items.findIndex((item) => item.id === run.current?.item)
  const before =
    at >= 0 ? run.items[at - 1] : run.items.findLast((item) => item.state !== 'to-come' || item.spent > 0)
  return before ? enter(leave(run, 'to-come', now), before.id, now) : refuse('no-item-before')
}

function go(run: Run, to: MeetingItemId, now: Moment): Led {
  if (runItem(run, to) === null) return refuse('no-such-item')
  return to === run.current?.item ? run : enter(leave(run, 'to-come', now), to, now)
}

function toStage(run: Run, stage: Stage | null): Led {
  const item = currentOf(run)
  if (item === null) return refuse('moved-on')
  if (stage !== null && !stagesOf(item.purpose).includes(stage)) return refuse('stage-unknown')
  return withItem(run, item.id, { stage })
}

/** Of an item that is not the current one: another day, not at all, or today after all. */
function setState(run: Run, id: MeetingItemId, state: ItemState): Led {
  const item = runItem(run, id)
  if (item === null) return refuse('no-such-item')
  if (item.state === 'current') return refuse('moved-on')
  return withItem(run, id, { state })
}

/** The end. What nobody said anything of moves to a later meeting; the item under way was had. */
function close(run: Run, left: ReadonlyMap<MeetingItemId, Leaving>, by: By): Run {
  const current = run.current?.item
  const ended = leave(run, (current && left.get(current)) ?? 'done', by.now)
  return {
    ...ended,
    phase: 'closed',
    closed: { at: by.now, by: by.person },
    items: ended.items.map((item) =>
      item.state === 'to-come' ? { ...item, state: closingState(left.get(item.id)) } : item,
    ),
  }
}

const closingState = (said: Leaving | undefined): ItemState =>
  said === undefined || said === 'to-come' ? 'carried' : said

const HOUR = 60 * 60

/** A tap too many: within the hour, by who leads the meeting. Nothing that was closed is lost. */
function reopen(run: Run, by: By): Led {
  if (run.phase !== 'closed' || run.closed === null) return refuse('not-closed')
  if (by.person !== run.chair) return refuse('only-chair-reopens')
  if (turnSeconds(run.closed.at, by.now) > HOUR) return refuse('hour-is-over')
  return { ...run, phase: 'running', closed: null }
}

/** Whether a round may open on the current item: it is meant for a decision and nothing else is open. */
export function mayOpenRound(run: Run, mark: Mark): Refusal<RunRefusal> | null {
  const led = lead(run, { act: 'stage', mark, stage: 'consent' }, { person: run.chair, now: '' as Moment })
  if (!isRefusal(led)) return null
  return led.refused === 'stage-unknown' ? refuse('nothing-to-decide') : led
}

/** Seconds spent on an item so far, its present turn included. */
export const spentSoFar = (run: Pick<Run, 'current'>, item: RunItem, now: Moment) =>
  item.spent + (run.current?.item === item.id ? turnSeconds(run.current.since, now) : 0)
