import type { Db } from '../db/database.ts'
import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { writeRich } from '../kernel/rich.ts'
import { capital } from '../kernel/sentence.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { isWritten, type Minutes } from '../minutes/minutes.ts'
import { minutesActText } from '../minutes/minutes-act-text.ts'
import { outcomeWords } from '../minutes/minutes-decision-view.ts'
import { gatherMinutes, printOfMinutes, wordsOfSchool } from '../minutes/minutes-desk.ts'
import { minutesFrom } from '../minutes/minutes-seal.ts'
import { type Put, readPut, readSealed, readState } from '../minutes/minutes-store.ts'
import { dayWords, storyOf } from '../minutes/minutes-story-view.ts'
import { minutesText } from '../minutes/minutes-text.ts'
import type { Actor } from '../session/actor.ts'
import { itemSheetText } from './item-sheet-text.ts'

type SheetDesk = { readonly db: Db; readonly now: Moment }
type Wording = { readonly language: Language }

/** What an item shows that confirms the minutes of an earlier meeting: its decisions and actions, and what came later. */
export async function minutesSheet(
  { db, now }: SheetDesk,
  actor: Actor,
  _scene: Scene,
  item: MeetingItem,
  { language }: Wording,
): Promise<ItemSheet> {
  const id = parseId<'meeting'>(item.subjectId)
  const earlier = id && (await readScene(db, actor, id))
  if (!id || !earlier) return emptySheet(item)
  const sealed = await readSealed(db, actor, id)
  const minutes = sealed
    ? minutesFrom(sealed)
    : await gatherMinutes({ db, now }, actor, earlier, await wordsOfSchool(db, actor))
  const pieces = piecesOf(minutes, await readPut(db, actor, id), language)
  const mayDecide = sealed === null && (await readState(db, actor, id)) === 'put'
  const text = itemSheetText(language)
  const why = sealed ? sealedOn(sealed.sealedAt, language) : mayDecide ? null : notYet(language)
  return {
    ...emptySheet(item),
    lead: dayWords(minutes.startsAt, language),
    heading: minutesText(language).titleOf(minutes.title),
    pieces,
    since: text.diff(text.since.put),
    why,
    people: [minutes.minuteTaker.name],
    confirmed: sealed !== null,
    mayDecide,
    print: mayDecide ? printOfMinutes(minutes) : null,
  }
}

const sealedOn = (at: Moment, language: Language) =>
  capital(minutesText(language).confirmed(longDay(dayOf(new Date(at)), language)))

const notYet = (language: Language) => minutesActText(language).refusal['minutes-not-put']

const emptySheet = (item: MeetingItem): ItemSheet => ({
  lead: '',
  heading: item.title,
  pieces: [],
  since: null,
  why: null,
  people: [],
  decision: null,
  mayDecide: false,
  print: null,
  look: null,
})

function piecesOf(minutes: Minutes, put: Put | null, language: Language): SheetPiece[] {
  const text = minutesText(language)
  const story = storyOf(minutes, [], language)
  const decided = minutes.items
    .filter(isWritten)
    .flatMap(({ title, decision }) =>
      decision ? [`${asLabel(title)} ${outcomeWords(decision, text, language)}`] : [],
    )
  const agreed = story.actions.map(([who, what, when]) => `${who}: ${what} (${when})`)
  return [
    ...listPiece(text.decided, decided),
    ...listPiece(text.actions, agreed),
    ...laterPieces(minutes, put, story.items, text.note),
  ]
}

/** A title before words that belong to it: 'Doel 1:', and no colon behind a question. */
const asLabel = (title: string) => (/[?!]$/.test(title) ? title : `${title.replace(/[.:]+$/, '')}:`)

/** Words of people as a list of points, with no sign in them that means something. */
function listPiece(label: string, lines: readonly string[]): SheetPiece[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => [{ text: line.replace(/\s+/g, ' ') }])
  return [{ label, before: null, text: writeRich([{ kind: 'bullets', items }]) }]
}

/** Notes that changed after the minutes were put before the team. */
function laterPieces(
  minutes: Minutes,
  put: Put | null,
  titles: readonly { readonly id: string; readonly title: string }[],
  label: string,
): SheetPiece[] {
  if (put === null) return []
  return minutes.items.filter(isWritten).flatMap(({ id, note }) => {
    const before = put.notes.get(id) ?? ''
    const title = titles.find((one) => one.id === id)?.title ?? ''
    return before === note ? [] : [{ label: `${label}: ${title}`, before, text: note }]
  })
}
