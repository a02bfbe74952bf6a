import { readAmendments } from '../adoption/amendment-store.ts'
import { ambitionSheetsIn } from '../ambition/ambition-sheet-store.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { readLastYear } from '../evaluation/last-year-store.ts'
import { hasNotesInSight } from '../note/note-link-view.tsx'
import { readNoteReaders } from '../note/note-reader-store.ts'
import { budgetAt } from '../plan/budget-desk.ts'
import { adoptedAt, isOpen } from '../plan/plan.ts'
import type { FillMargins } from '../plan/plan-desk.tsx'
import { readDecisionsOf } from '../round/round-store.ts'
import { piecesAtPlan } from '../shelf/plan-pieces-store.ts'
import { stepsByEntry } from '../step/step-card-view.tsx'
import { stepsOf } from '../step/step-store.ts'
import { MarginBudget, MarginHead, type MarginSheet, MarginSide, marginOf } from './plan-margins-view.tsx'

/** What decisions and evaluations have to say on the plan page; reads only what the phase asks for. */
export const planMargins: FillMargins = async ({ desk, reader, plan }, d) => {
  const { db, now } = desk
  const writing = isOpen(plan.phase)
  const sheet: MarginSheet = {
    decisions: plan.phase === 'decision' ? await readDecisionsOf(db, reader.actor, plan.id, now) : [],
    evaluations: writing || plan.phase === 'decision' ? [] : await readEvaluations(db, reader.actor, plan),
    lastYear: writing ? await readLastYear(db, reader.actor, plan) : new Map(),
    amendments: adoptedAt(plan) ? await readAmendments(db, reader.actor, plan, d.sheet.roster, now) : [],
    pieces: await piecesAtPlan(db, reader.actor, plan),
    ambitions: await ambitionSheetsIn(db, reader.actor, plan),
    steps: stepsByEntry(await stepsOf(db, reader.actor, plan)),
    noteReaders: hasNotesInSight(d) ? await readNoteReaders(db, reader.actor, plan.id) : [],
  }
  const budget = writing || plan.phase === 'decision' ? await budgetAt({ desk, reader, plan }) : null
  return {
    head: (
      <>
        {budget && <MarginBudget d={d} budget={budget} />}
        <MarginHead d={d} sheet={sheet} />
      </>
    ),
    side: <MarginSide d={d} />,
    entry: (id) => marginOf(d, sheet, id),
  }
}
