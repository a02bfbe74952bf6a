import { aimSentence } from '../form/aim-text.ts'
import { longDay, parseDay } from '../kernel/day.ts'
import { aimText } from '../plan/aim-text.ts'
import { type Entry, isGoal, TEXTS_OF } from '../plan/entry.ts'
import { fieldLabels } from '../plan/entry-text.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import { AIM, type Content, type Item, itemKey, itemsOf } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'
import { inRoomText } from './in-room-text.ts'
import { itemLabel, itemTitle, labelled, nameOfEntry, type Wording } from './item-view.ts'

/** One text of an item, from exactly what is or was put to the team (`Content`). */
export type ItemPiece = { readonly key: string; readonly label: string; readonly text: string }

type Reading = { readonly plan: Plan; readonly roster: Roster; readonly wording: Wording }

/**
 * An item in pieces that can be laid beside the pieces of another content: of the whole one a part, in the order of the
 * plan, where a part on which is decided apart gives its name alone. Names and labels are those of today.
 */
export function itemPieces(
  reading: Reading,
  item: Item,
  content: Content,
  apart: readonly Item[],
  decided: readonly Item[] = [],
): ItemPiece[] {
  if (item.about !== 'plan') return piecesOf(reading, item, content)
  const parted = new Set(apart.map(itemKey))
  const stands = new Set(decided.map(itemKey))
  const parts = itemsOf(reading.plan)
    .filter(({ about }) => about !== 'plan')
    .map((part) => wholePiece(reading, part, content, apartWords(reading, itemKey(part), parted, stands)))
  return [...parts, ...aimPiece(reading, content)]
}

/** The agreement on preventing, which is decided with the whole. */
function aimPiece({ wording: { language, terms } }: Reading, content: Content): ItemPiece[] {
  const aim = Number(content[AIM] ?? Number.NaN)
  if (Number.isNaN(aim)) return []
  return [{ key: AIM, label: aimText(language).title, text: aimSentence(aim, language, terms) }]
}

/** What is said of a part on which is decided apart; null: it is decided with the whole. */
function apartWords(
  { wording }: Reading,
  key: string,
  parted: ReadonlySet<string>,
  stands: ReadonlySet<string>,
) {
  if (!parted.has(key)) return null
  const { language } = wording
  return stands.has(key) ? inRoomText(language).decidedApart : adoptionText(language).apart
}

function wholePiece(reading: Reading, part: Item, content: Content, apart: string | null): ItemPiece {
  const { plan, wording } = reading
  const key = itemKey(part)
  if (apart !== null) {
    const label = `${itemLabel(plan, part, wording)} (${apart})`
    return { key, label, text: '' }
  }
  const pieces = piecesOf(reading, part, content)
  const text = pieces.map((one) => (one.label === '' ? one.text : labelled(one.label, one.text))).join('\n')
  return { key, label: itemTitle(plan, part, wording), text }
}

function piecesOf(reading: Reading, item: Item, content: Content): ItemPiece[] {
  switch (item.about) {
    case 'principle':
      return named(content, `principle:${item.subjectId}`, '')
    case 'goal': {
      const goal = entryOf(reading.plan, item.subjectId)
      return goal && isGoal(goal) ? goalPieces(reading, goal, content) : []
    }
    case 'effort':
      return reading.plan.entries
        .filter((entry) => !isHidden(entry))
        .flatMap((entry) => named(content, `effort:${entry.id}`, effortLabel(reading, entry)))
    case 'places':
      return placesPiece(reading, content)
    case 'plan':
      return []
  }
}

const named = (content: Content, key: string, label: string): ItemPiece[] =>
  content[key] ? [{ key, label, text: content[key] }] : []

function goalPieces({ roster, wording }: Reading, goal: Entry, content: Content): ItemPiece[] {
  const { language, terms } = wording
  const text = adoptionText(language)
  const labels = fieldLabels(language, terms, 'coordinator')
  const fields = TEXTS_OF[goal.kind].flatMap((field) =>
    named(content, `goal:${goal.id}:${field}`, field === 'title' ? '' : labels[field]),
  )
  const ids = (content[`goal:${goal.id}:vision`] ?? '').split(' ')
  const lines = roster.visionLines.filter(({ id }) => ids.includes(id))
  const days = (content[`goal:${goal.id}:days`] ?? '').split(' ').flatMap((day) => parseDay(day) ?? [])
  return [
    ...fields,
    ...some(
      `goal:${goal.id}:vision`,
      inRoomText(language).vision,
      lines.map((line) => line.short || line.text).join(' · '),
    ),
    ...some(`goal:${goal.id}:days`, text.days, days.map((day) => longDay(day, language)).join(', ')),
  ]
}

const some = (key: string, label: string, text: string): ItemPiece[] =>
  text === '' ? [] : [{ key, label, text }]

const effortLabel = ({ plan, roster, wording }: Reading, entry: Entry) =>
  isGoal(entry)
    ? itemTitle(plan, { about: 'goal', subjectId: entry.id }, wording)
    : adoptionText(wording.language).with(nameOfEntry(entry, roster))

/** An effort at a track that its teacher does not stand behind yet is not shown to the team. */
const isHidden = (entry: Entry) => entry.kind === 'teacher-track' && entry.agreedAt === null

function placesPiece({ plan, roster }: Reading, content: Content): ItemPiece[] {
  const there = entriesOf(plan, 'teacher-track', 'learning-team-track').filter(
    ({ id }) => content[`place:${id}`] !== undefined,
  )
  return some('places', '', there.map((entry) => nameOfEntry(entry, roster)).join(', '))
}
