import { askedApart, type Item, type ItemState, isOfNow, itemFrom, itemKey } from '../adoption/adoption.ts'
import { type Adoption, readAdoption } from '../adoption/adoption-store.ts'
import { readAmendment } from '../adoption/amendment-store.ts'
import { readContentBefore } from '../adoption/content-before-store.ts'
import type { Wording } from '../adoption/item-view.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { isLookBack } from '../lookback/look-back.ts'
import { lookBackQuestion, lookBackSheet } from '../lookback/look-back-desk.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { tracksOf } from '../meeting/track-of.ts'
import { budgetIn } from '../plan/budget-desk.ts'
import { entryOf, isOpen, type Plan } from '../plan/plan.ts'
import { anybodyOf, sightOf } from '../plan/plan-sight.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { talkFor } from '../plan/talk-sight.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import type { Actor } from '../session/actor.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { planItem } from './decide.ts'
import { minutesAsked, printOf, proposalAsked } from './decide-store.ts'
import { besideItem } from './item-ambition-desk.ts'
import { amendmentSheet } from './item-amendment-view.ts'
import { overBudgetPiece } from './item-budget-view.ts'
import { type BareSheet, planItemSheet } from './item-plan-view.ts'
import { titledItem } from './item-point-slot-desk.ts'
import { itemSheetText } from './item-sheet-text.ts'
import { suggestionSheet } from './item-suggestion-view.ts'
import { trackSheet, tracksSheet } from './item-track-view.ts'
import { minutesSheet } from './minutes-sheet-desk.ts'
import { shelvedSheet } from './sheet-shelf-store.ts'
import { readTextsAt } from './track-before-store.ts'

type SheetDesk = { readonly db: Db; readonly now: Moment }

type Reading = SheetDesk & {
  readonly actor: Actor
  readonly scene: Scene
  readonly item: MeetingItem
  readonly wording: Wording
  readonly isToDecide: boolean
}

/** What an item shows on the wall and on every phone; one reading serves them all until something changes. */
export function sheetOfItem(
  desk: SheetDesk,
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  wording: Wording,
): Promise<ItemSheet> {
  const { meeting } = scene
  const isToDecide = item.purpose === 'decision' && meeting.phase !== 'closed' && meeting.cancelledAt === null
  const reading = { ...desk, actor, scene, wording, isToDecide }
  return shelvedSheet(desk, actor, scene, item, wording.language, async () => {
    const called = await titledItem(desk.db, scene, item, wording.language)
    const sheet = await readSheet({ ...reading, item: called })
    const beside = await besideItem(desk.db, actor, scene, item, wording.language)
    return withSince({ ...sheet, pieces: [...sheet.pieces, ...beside] })
  })
}

async function readSheet(reading: Reading): Promise<ItemSheet> {
  const { item } = reading
  if (isLookBack(item)) return lookSheet(reading)
  if (item.kind === 'minutes') return ownRoundSheet(reading)
  return sealed((await readBare(reading)) ?? freeSheet(reading))
}

/** Where no difference is drawn, nothing is said of it. */
const withSince = (sheet: ItemSheet): ItemSheet =>
  sheet.pieces.some(({ before, text }) => before !== null && before !== text)
    ? sheet
    : { ...sheet, since: null }

const sealed = ({ content, ...bare }: BareSheet): ItemSheet => ({
  ...bare,
  print: content === null ? null : printOf(content),
  look: null,
})

/** The sheet of everything that is a text of the plan, or the item's own; null: it is no longer there. */
async function readBare(reading: Reading): Promise<BareSheet | null> {
  const { item, scene, db, actor } = reading
  if (item.kind === 'proposal') return proposalSheet(reading)
  const plan = scene.meeting.planId && (await readPlan(db, actor, scene.meeting.planId))
  if (!plan || item.kind === 'free') return null
  if (item.kind === 'amendment') return readAmended(reading, plan)
  const about = planItem(item)
  return about ? readPart(reading, plan, about) : readTalked(reading, plan)
}

/** Read with the rights of the product: only what is the team's is drawn from it. */
async function readPart({ db, actor, now, wording, item, isToDecide }: Reading, plan: Plan, about: Item) {
  const adoption = await readAdoption(db, actor, plan.id, now)
  if (adoption === null) return null
  const { roster, states, decisions } = adoption
  const apart = askedApart(decisions.filter((one) => isOfNow(adoption.plan, one)))
  const earlier = await readContentBefore(db, actor, adoption.plan)
  // A new plan as a whole is not laid beside the one of last year: nearly all of it is another text.
  const before = about.about === 'plan' && !earlier?.sealed ? null : earlier
  const own = decisions.find(({ id }) => id === item.decisionId)
  const reading = { plan: adoption.plan, roster, wording, apart, before }
  const sheet = planItemSheet(
    { ...reading, states: keptStates(adoption.plan, states, own) },
    about,
    isToDecide,
  )
  if (sheet === null) return null
  const over = await overBudget(db, actor, adoption, about, wording)
  return { ...sheet, pieces: [...sheet.pieces, ...over], decision: asNobody(sheet.decision) }
}

/** With the whole plan and with the effort in it, as long as that can still be changed. */
async function overBudget(
  db: Db,
  actor: Actor,
  { plan, roster }: Adoption,
  { about }: Item,
  wording: Wording,
): Promise<SheetPiece[]> {
  const isAsked = about === 'plan' || about === 'effort'
  if (!isAsked || !(isOpen(plan.phase) || plan.phase === 'decision')) return []
  return overBudgetPiece(await budgetIn(db, actor, plan, roster), plan, roster, wording)
}

/** After the plan was adopted an item keeps the decision that was taken on it in its meeting. */
const keptStates = (plan: Plan, states: readonly ItemState[], own: SeenDecision | undefined) =>
  own === undefined || isOfNow(plan, own)
    ? states
    : states.map((state) =>
        itemKey(state.item) === keyOfDecision(own)
          ? { ...state, decision: own, is: 'stands' as const }
          : state,
      )

function keyOfDecision(decision: SeenDecision) {
  const about = itemFrom(decision)
  return about && itemKey(about)
}

/** Of whom a voice is, each phone asks for itself. */
const asNobody = (decision: SeenDecision | null): SeenDecision | null =>
  decision && {
    ...decision,
    mine: {
      hasVoice: false,
      answer: null,
      spokenAt: null,
      how: null,
      enteredBy: null,
      voted: false,
      objectUntil: null,
    },
  }

async function readAmended({ db, actor, now, item, wording, isToDecide }: Reading, plan: Plan) {
  const id = parseId<'amendment'>(item.subjectId)
  const keeper = { kind: 'keeper', schoolId: actor.schoolId } as const
  const scene = id && (await readAmendment(db, keeper, plan, id, now))
  if (!scene) return null
  const sheet = amendmentSheet(scene, wording, isToDecide)
  return { ...sheet, decision: asNobody(sheet.decision) }
}

/** What is talked through: tracks, and what was suggested at a text. */
async function readTalked(
  { db, actor, item, wording, scene }: Reading,
  whole: Plan,
): Promise<BareSheet | null> {
  const anybody = anybodyOf(actor.schoolId)
  const [plan, roster] = [sightOf(whole, anybody), await readRoster(db, actor)]
  const opened = scene.meeting.opened?.at ?? null
  const before = await readTextsAt(db, actor, tracksOf(plan, roster, item), opened)
  if (item.kind === 'tracks')
    return tracksSheet({ plan, roster, wording, before }, parseId<'learning-team'>(item.subjectId))
  if (item.kind === 'suggestions') {
    const talk = talkFor(whole, anybody, await readTalk(db, actor, whole, [whole.id]))
    return suggestionSheet({ plan, roster, talk, wording }, item.subjectId ?? '')
  }
  const entry = entryOf(plan, parseId<'entry'>(item.subjectId))
  return entry && trackSheet({ plan, roster, wording, before }, entry)
}

const freeSheet = ({ item, wording, scene }: Reading): BareSheet => {
  const isGone = item.kind !== 'free' && item.text === ''
  return {
    lead: '',
    heading: item.title,
    pieces: item.text === '' ? [] : [{ label: '', before: null, text: item.text }],
    since: null,
    why: isGone ? itemSheetText(wording.language).gone : null,
    people: peopleOf(scene, item),
    decision: null,
    mayDecide: false,
    content: null,
  }
}

const peopleOf = ({ people }: Scene, { addedBy }: MeetingItem) => {
  const name = addedBy && people.get(addedBy)?.name
  return name ? [name] : []
}

/** A proposal with its own text, beside the text of the round before. */
async function proposalSheet(reading: Reading): Promise<BareSheet> {
  const { db, actor, item, now, isToDecide, wording, scene } = reading
  const decision = item.decisionId && (await readDecisionFor(db, actor, item.decisionId, null, now))
  const last = decision ? seenLast(decision) : null
  const text = last?.closed === null ? last.text : item.text
  const wentOn = last !== null && last.text !== text
  const before = wentOn ? last.text : decision ? (decision.rounds.at(-2)?.text ?? null) : null
  const { heading, people } = freeSheet(reading)
  const words = itemSheetText(wording.language)
  return {
    lead: words.proposal,
    heading,
    pieces: text === '' ? [] : [{ label: '', before, text }],
    since: words.diff(words.since.round),
    why: wentOn ? null : (last?.changeNote ?? null),
    people: people.length > 0 ? people : peopleOf(scene, item),
    decision: decision || null,
    mayDecide: isToDecide && text !== '' && mayBePut(decision || null),
    content: proposalAsked({ ...item, text }).content,
  }
}

const mayBePut = (decision: SeenDecision | null) =>
  decision === null || decision.standing.now.is === 'no-quorum'

/** Looking back shows its own; when a round is held on how a goal goes on, that decision stands with it. */
async function lookSheet(reading: Reading): Promise<ItemSheet> {
  const { db, now, actor, scene, item, wording, isToDecide } = reading
  const sheet = await lookBackSheet({ db, now }, actor, scene, item, wording)
  if (sheet === null) return sealed(freeSheet(reading))
  const asked = await lookBackQuestion({ db, now }, actor, scene, item, wording)
  const decision = item.decisionId && (await readDecisionFor(db, actor, item.decisionId, null, now))
  const mayDecide = isToDecide && sheet.mayDecide && mayBePut(decision || null)
  return {
    ...sheet,
    since: null,
    decision: decision || null,
    mayDecide,
    print: asked && printOf(asked.content),
  }
}

/** The minutes of an earlier meeting, with the round on them when one was held. */
async function ownRoundSheet(reading: Reading): Promise<ItemSheet> {
  const { db, now, actor, scene, item, wording, isToDecide } = reading
  const sheet = await minutesSheet({ db, now }, actor, scene, item, wording)
  const decision = item.decisionId && (await readDecisionFor(db, actor, item.decisionId, null, now))
  const asked = sheet.print === null ? null : minutesAsked(sheet, sheet.print)
  return {
    ...sheet,
    decision: decision || null,
    mayDecide: isToDecide && sheet.mayDecide && mayBePut(decision || null),
    print: asked && printOf(asked.content),
  }
}
