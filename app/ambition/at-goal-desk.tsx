import type { Db } from '../db/database.ts'
import type { ReadBesideGoals } from '../evaluation/beside-goal-desk.ts'
import type { AmendmentId, EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { asTyped } from '../kernel/rich-lines.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { isRunning } from './ambition.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionSheetsIn, ambitionSheetsOf } from './ambition-sheet-store.ts'
import { ambitionText } from './ambition-text.ts'
import { AmbitionsAtGoal } from './ambition-view.tsx'
import { ambitionTitle, standText } from './stand-text.ts'

/** Where the ambition of a goal or track stands, beside what is said of it when one looks back. */
export const ambitionsBeside: ReadBesideGoals = async (db, actor, plan, language) => {
  const byEntry = await ambitionSheetsIn(db, actor, plan)
  return new Map(
    [...byEntry].map(([entry, sheets]) => [entry, <AmbitionsAtGoal sheets={sheets} language={language} />]),
  )
}

/** A text of an item of a meeting, as it is stored (`kernel/rich.ts`). */
export type AmbitionPiece = { readonly label: string; readonly before: null; readonly text: string }

/** What the room sees of the ambitions of the goal, track or proposed goal that it talks of. */
export async function ambitionPieces(
  db: Db,
  actor: Actor,
  plan: Plan,
  about: { readonly entry: EntryId } | { readonly amendment: AmendmentId },
  language: Language,
): Promise<AmbitionPiece[]> {
  const sheets =
    'entry' in about
      ? ((await ambitionSheetsIn(db, actor, plan)).get(about.entry) ?? [])
      : (await ambitionSheetsOf(db, actor)).filter(
          ({ ambition: { tie } }) => tie?.amendmentId === about.amendment,
        )
  return sheets.filter(({ ambition }) => isRunning(ambition)).map((sheet) => pieceOf(sheet, language))
}

const pieceOf = (sheet: AmbitionSheet, language: Language): AmbitionPiece => ({
  label: ambitionText(language).oneOf,
  before: null,
  text: asTyped(`${ambitionTitle(language, sheet.ambition)}. ${standText(language, sheet)}`),
})
