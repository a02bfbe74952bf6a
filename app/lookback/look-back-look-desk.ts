import type { Db } from '../db/database.ts'
import { type Evaluation, textIn } from '../evaluation/evaluation.ts'
import { isReadByTeam } from '../evaluation/evaluation-may.ts'
import { readAllEvaluations } from '../evaluation/evaluation-store.ts'
import { evaluationText } from '../evaluation/evaluation-text.ts'
import { harvestOf } from '../evaluation/harvest.ts'
import { sharedTimeOf } from '../evaluation/shared-time-desk.ts'
import { lookAt, lookText } from '../evaluation/team-look.ts'
import { readTeamChoices, readTeamLooks } from '../evaluation/team-look-store.ts'
import { promisesFor } from '../evaluation/yield-store.ts'
import { parseId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { type Entry, isGoal, ownersOf, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { anybodyOf, sightOf } from '../plan/plan-sight.ts'
import { readPlan } from '../plan/plan-store.ts'
import { plannedHours, type Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import {
  isLookBack,
  type LookBackKind,
  lookTimeOf,
  principlesWith,
  promisesSeen,
  type RoomLook,
  type RoomOutcome,
  type Written,
  whoSays,
} from './look-back.ts'
import { readOutcomes } from './look-back-decide-store.ts'
import { lookBackText } from './look-back-text.ts'
import { grouped, notesOf } from './theme.ts'
import { readThemes } from './theme-store.ts'

type Wording = { readonly language: Language; readonly terms: Terms }

/** With what an item that looks back is drawn. Read as the product itself: only what the team may read comes out. */
export type Looking = {
  readonly db: Db
  readonly actor: Actor
  readonly scene: Scene
  readonly item: MeetingItem & { readonly kind: LookBackKind }
  readonly plan: Plan
  readonly roster: Roster
  readonly wording: Wording
}

export async function lookingAt(
  { db }: { readonly db: Db },
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  wording: Wording,
): Promise<Looking | null> {
  const { planId } = scene.meeting
  if (!isLookBack(item)) return null
  const plan = planId ? await readPlan(db, actor, planId) : null
  return plan && { db, actor, scene, item, plan, roster: await readRoster(db, actor), wording }
}

/** 'doel 3', 'traject Anouk', 'leerteam Rekenen'. */
export function nameOf({ plan, roster, wording }: Looking, entry: Entry): string {
  const text = lookBackText(wording.language)
  if (isGoal(entry)) return text.goal(goalNumbers(plan).get(entry.id) ?? '')
  const kind = entry.kind === 'learning-team-track' ? text.team : text.track
  const name = trackName(entry, lookupOf(roster))
  return name.toLowerCase().startsWith(kind) ? name : `${kind} ${name}`
}

/** 'Anouk', 'Rekenen'. */
export const shortNameOf = ({ roster }: Looking, entry: Entry) => trackName(entry, lookupOf(roster))

/** What everybody in the room may see at this item; null when its goal or track is gone. */
export async function lookOf(looking: Looking): Promise<RoomLook | null> {
  const { db, actor, item, plan } = looking
  switch (item.kind) {
    case 'themes':
      return { kind: 'themes', grouped: await groupedAt(looking) }
    case 'evaluation':
      return evaluationLook(looking)
    case 'coordinator-part':
      return {
        kind: item.kind,
        grouped: await groupedAt(looking),
        text: await textAt(looking, 'coordinatorPart'),
        shared: await sharedTimeOf(db, actor, plan, looking.wording.language, true),
      }
    case 'plan-itself':
      return {
        kind: item.kind,
        grouped: await groupedAt(looking),
        text: await textAt(looking, 'planItself'),
        principles: principlesWith(plan, await readTeamChoices(db, actor, plan)),
      }
    case 'conditions':
      return {
        kind: item.kind,
        text: await textAt(looking, 'conditions'),
        answer: await textAt(looking, 'conditionsAnswer'),
        hours: plannedHours(plan, looking.roster),
      }
    case 'yields':
      return yieldsLook(looking)
  }
}

/** What was promised, and what the plan itself says of sharing: as far as the whole team may read it. */
async function yieldsLook(looking: Looking): Promise<RoomLook> {
  const { db, actor, plan, scene } = looking
  const promises = await promisesFor(db, actor, plan)
  const seen = sightOf(plan, anybodyOf(plan.schoolId))
  const harvest = harvestOf(seen, promises, await readAllEvaluations(db, actor, plan))
  return {
    kind: 'yields',
    ...promisesSeen(
      promises,
      (id) => scene.people.get(id)?.name ?? '',
      (id) => titleOf(looking, id),
    ),
    harvest: harvest.map(({ entry, withWhom, when }) => ({
      entryId: entry.id,
      name: isGoal(entry) ? nameOf(looking, entry) : shortNameOf(looking, entry),
      owners: peopleOf(looking, entry),
      withWhom,
      when,
    })),
  }
}

function titleOf(looking: Looking, id: Entry['id']) {
  const entry = entryOf(looking.plan, id)
  return entry ? nameOf(looking, entry) : ''
}

/** Input stays silent until its item has had its turn. */
async function groupedAt({ db, actor, scene, item }: Looking) {
  const isOpen = item.state === 'current' || item.state === 'done'
  const notes = isOpen ? notesOf(scene.says, item.id) : []
  const themes = await readThemes(db, actor, scene.meeting.id)
  return grouped(
    notes,
    themes.filter((theme) => theme.item === item.id),
  )
}

async function textAt({ db, actor, plan, scene }: Looking, field: Parameters<typeof lookText>[1]) {
  return lookText(lookAt(await readTeamLooks(db, actor, plan), lookTimeOf(scene.meeting, plan)), field)
}

/** A teacher's track comes into the room as far as its teacher shares the yield; who asks makes no difference. */
async function evaluationLook(looking: Looking): Promise<RoomLook | null> {
  const { db, actor, plan, scene, item } = looking
  const entry = entryOf(plan, parseId<'entry'>(item.subjectId))
  if (!entry) return null
  const kept = !isReadByTeam(entry)
  const own = await evaluationOf(looking, entry)
  const outcomes = kept ? [] : await readOutcomes(db, actor, scene.meeting.id)
  const outcome = outcomes.find((one) => one.item === item.id) ?? null
  const written = kept || outcome ? null : writtenIn(own)
  return {
    kind: 'evaluation',
    entryId: entry.id,
    asked: whoSays(entry),
    owners: peopleOf(looking, entry),
    kept,
    said: kept ? [keptPiece(looking, entry)] : saidPieces(looking, entry, own, written),
    outcome: outcome && { ...outcome, words: wordsOf(entry, outcome, own) },
    written,
  }
}

/** Whose it is: the teacher or both of a class, or the members of the learning team. */
function peopleOf({ roster }: Looking, entry: Entry) {
  const team = roster.learningTeams.find(({ id }) => id === entry.learningTeamId)
  return team ? team.memberIds : ownersOf(entry)
}

const keptPiece = ({ roster, wording }: Looking, entry: Entry): SheetPiece => ({
  label: '',
  before: null,
  text: lookBackText(wording.language).keptTrack(trackName(entry, lookupOf(roster))),
})

async function evaluationOf({ db, actor, plan, scene }: Looking, entry: Entry): Promise<Evaluation | null> {
  const time = lookTimeOf(scene.meeting, plan)
  const all = await readAllEvaluations(db, actor, plan)
  return all.find((one) => one.entryId === entry.id && one.time === time) ?? null
}

/** What is adjusted in a track stands in its evaluation alone. */
const wordsOf = (entry: Entry, { next, words }: RoomOutcome, own: Evaluation | null) =>
  whoSays(entry) === 'team' || next !== 'adjust' ? words : textIn(own, 'adjust')

/** How it goes on, as somebody wrote it in the evaluation beforehand; words only where something is adjusted. */
function writtenIn(own: Evaluation | null): Written | null {
  const next = own?.next ?? null
  const words = next === null || next === 'adjust' ? textIn(own, 'adjust') : ''
  return next === null && words === '' ? null : { next, words }
}

function writtenLine({ language }: Wording, { next, words }: Written) {
  const chosen = next ? lookBackText(language).next[next] : ''
  return [chosen, words].filter((part) => part !== '').join(': ')
}

function saidPieces(
  { wording }: Looking,
  entry: Entry,
  own: Evaluation | null,
  written: Written | null,
): SheetPiece[] {
  const text = evaluationText(wording.language)
  const room = lookBackText(wording.language)
  const told = isGoal(entry) && textOf(entry, 'pupilsAndParents')
  const pieces = [
    ...(['saw', 'learned', 'sharedWith'] as const).map((field) => ({
      label: text.read[field],
      text: textIn(own, field),
    })),
    { label: room.told, text: told || '' },
    { label: text.reachedLabel, text: own?.reached ? text.reached[own.reached] : '' },
    { label: own?.decided ? room.decided : room.written, text: written ? writtenLine(wording, written) : '' },
  ].filter((piece) => piece.text !== '')
  if (pieces.length === 0) return [{ label: '', before: null, text: room.notWritten }]
  return pieces.map((piece) => ({ ...piece, before: null }))
}
