import type { Db } from '../db/database.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { goalNumbers } from '../plan/plan-sheet.ts'
import type { Actor } from '../session/actor.ts'
import { fingerprint } from '../writing/passage.ts'
import { type LookBackSheet, type RoomLook, type RoomOutcome, whoSays } from './look-back.ts'
import { type Looking, lookingAt, lookOf, nameOf, shortNameOf } from './look-back-look-desk.ts'
import { lookBackText } from './look-back-text.ts'

type Desk = { readonly db: Db; readonly now: Moment }
type Wording = { readonly language: Language; readonly terms: Terms }

/**
 * What an item that looks back shows to everybody in the room, guests included: never more than the whole team may
 * read, whoever asks. Null: it is of another kind, or its plan is not there.
 */
export async function lookBackSheet(
  desk: Desk,
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  wording: Wording,
): Promise<LookBackSheet | null> {
  const looking = await lookingAt(desk, actor, scene, item, wording)
  const look = looking && (await lookOf(looking))
  if (!look) return null
  const plain = {
    lead: '',
    heading: item.title,
    pieces: item.text === '' ? [] : [{ label: '', before: null, text: item.text }],
    why: null,
    people: [],
    decision: null,
    mayDecide: false,
    print: null,
    look,
  } satisfies LookBackSheet
  return look.kind === 'evaluation' ? evaluationSheet(looking, look, plain) : plain
}

function evaluationSheet(
  looking: Looking,
  look: RoomLook & { kind: 'evaluation' },
  plain: LookBackSheet,
): LookBackSheet {
  const { plan, item, wording, scene } = looking
  const entry = entryOf(plan, look.entryId)
  if (!entry) return plain
  const text = lookBackText(wording.language)
  const asked = questionOf(looking, entry, look.outcome)
  const outcome = look.outcome && outcomePiece(looking, entry, look.outcome)
  const heading = isGoal(entry) ? textOf(entry, 'title') || item.title : item.title
  const isSaid = (name: string) => !isGoal(entry) && name !== '' && heading.includes(name)
  const names = look.owners.flatMap((id) => scene.people.get(id)?.name ?? [])
  return {
    ...plain,
    // A title that names whose track it is says all of it.
    lead: isSaid(shortNameOf(looking, entry)) ? '' : text.lead(nameOf(looking, entry)),
    heading,
    pieces: [...plain.pieces, ...look.said, ...(outcome ? [outcome] : [])],
    people: names.every(isSaid) ? [] : names,
    mayDecide: item.purpose === 'decision' && asked !== null && look.outcome?.how === null,
    print: asked && fingerprint(asked.content),
  }
}

function outcomePiece({ wording }: Looking, entry: Entry, { next, words, how }: RoomOutcome): SheetPiece {
  const text = lookBackText(wording.language)
  const label = how === null ? text.proposed : whoSays(entry) === 'team' ? text.decided : text.chosen
  return { label, before: null, text: words === '' ? text.next[next] : `${text.next[next]}: ${words}` }
}

export type LookQuestion = { readonly title: string; readonly text: string; readonly content: string }

/** What a round decides: how a goal goes on. Null: nothing is proposed, or it is not the team's to decide. */
export async function lookBackQuestion(
  desk: Desk,
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  wording: Wording,
): Promise<LookQuestion | null> {
  const looking = await lookingAt(desk, actor, scene, item, wording)
  const look = looking && (await lookOf(looking))
  const entry = looking && entryOf(looking.plan, parseId<'entry'>(item.subjectId))
  return look?.kind === 'evaluation' && entry ? questionOf(looking, entry, look.outcome) : null
}

function questionOf(looking: Looking, entry: Entry, outcome: RoomOutcome | null): LookQuestion | null {
  if (outcome === null || whoSays(entry) !== 'team') return null
  const { plan, wording } = looking
  const text = lookBackText(wording.language)
  const { next, words } = outcome
  const of = nameOf(looking, entry)
  const number = goalNumbers(plan).get(entry.id)
  return {
    title: number ? text.question(number) : of,
    text: text.decide[next](of, words).trim(),
    content: canonicalJson({ entry: entry.id, next, words }),
  }
}
