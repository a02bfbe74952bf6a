import type { Child } from 'hono/jsx'
import { AmendmentHeadLines, amendmentsAt } from '../adoption/amendment-margin-view.tsx'
import type { SeenAmendment } from '../adoption/amendment-scene.ts'
import { amendmentText } from '../adoption/amendment-text.ts'
import { snapshotText } from '../adoption/snapshot-text.ts'
import { undoText } from '../adoption/undo-text.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { AmbitionsAtGoal } from '../ambition/ambition-view.tsx'
import { type Evaluation, type LastYear, lastOf } from '../evaluation/evaluation.ts'
import { mayEvaluate } from '../evaluation/evaluation-may.ts'
import { Words } from '../evaluation/evaluation-view.tsx'
import { LastYearFold } from '../evaluation/last-year-view.tsx'
import type { EntryId } from '../kernel/id.ts'
import type { NoteReader } from '../note/note.ts'
import { noteLink } from '../note/note-link-view.tsx'
import type { Budget } from '../plan/budget.ts'
import { FitLine, OverBudget } from '../plan/budget-view.tsx'
import type { Entry } from '../plan/entry.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { hasRole } from '../session/actor.ts'
import type { PlanPiece, PlanPieces } from '../shelf/piece.ts'
import { PieceMargin } from '../shelf/piece-margin-view.tsx'
import type { Step } from '../step/step.ts'
import { stepCard } from '../step/step-card-view.tsx'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { marginText } from './plan-margins-text.ts'

/** What a plan page's margins are made of; empty where the phase asks for nothing. */
export type MarginSheet = {
  readonly decisions: readonly SeenDecision[]
  readonly evaluations: readonly Evaluation[]
  readonly lastYear: ReadonlyMap<EntryId, LastYear>
  readonly amendments: readonly SeenAmendment[]
  readonly noteReaders: readonly NoteReader[]
  readonly pieces: PlanPieces
  readonly ambitions: ReadonlyMap<EntryId, readonly AmbitionSheet[]>
  readonly steps: ReadonlyMap<EntryId, readonly Step[]>
}

/** Under the head of the plan: the way to the decision, the seal and the evaluation. */
export function MarginHead({ d, sheet }: { d: Drawing; sheet: MarginSheet }) {
  const text = marginText(d.language)
  const { phase } = d.plan
  if (phase === 'draft') return null
  if (phase === 'input') {
    if (!hasRole(d.actor, 'coordinator')) return null
    return (
      <p class="rij">
        <ArrowLink href={`${d.href}/decision`}>{text.putForward}</ArrowLink>
        <ArrowLink href="/meetings/new">{text.inMeeting}</ArrowLink>
      </p>
    )
  }
  if (phase === 'decision') return <Deciding d={d} sheet={sheet} />
  return (
    <>
      <AmendmentHeadLines d={d} scenes={sheet.amendments} />
      <p class="rij">
        <ArrowLink href={`${d.href}/decision`}>{text.sealed}</ArrowLink>
        <ArrowLink href={`${d.href}/amendments`}>{amendmentText(d.language).listLink}</ArrowLink>
        <ArrowLink href={`${d.href}/contract`}>{text.contract}</ArrowLink>
        <ArrowLink href={`${d.href}/evaluation`}>{text.lookBack}</ArrowLink>
      </p>
    </>
  )
}

/** While it can still be changed: whether the hours fit, with whose question it is when they do not. */
export function MarginBudget({ d, budget }: { d: Drawing; budget: Budget }) {
  const given = { budget, reader: d.sheet.reader, href: `${d.href}/budget` }
  return (
    <>
      <OverBudget {...given} roster={d.sheet.roster} />
      <FitLine {...given} />
    </>
  )
}

/** Beside the plan: what one did oneself, and how the plan stood before. */
export function MarginSide({ d }: { d: Drawing }) {
  const undo = undoText(d.language)
  const versions = snapshotText(d.language)
  return (
    <p class="rij">
      {d.plan.phase !== 'archived' && <ArrowLink href={`${d.href}/undo`}>{undo.link}</ArrowLink>}
      <ArrowLink href={`${d.href}/versions`}>{versions.link}</ArrowLink>
      <ArrowLink href="/meetings">{marginText(d.language).meetings}</ArrowLink>
    </p>
  )
}

function Deciding({ d, sheet }: { d: Drawing; sheet: MarginSheet }) {
  const text = marginText(d.language)
  const mine = sheet.decisions.filter((one) => one.standing.now.is === 'open' && one.mine.hasVoice)
  const waiting = mine.filter((one) => !one.mine.voted).length
  const says = waiting > 0 ? text.waits(waiting) : mine.length > 0 ? text.allAnswered : ''
  return (
    <p class="rij">
      {says && <b>{says}</b>}
      <ArrowLink href={`${d.href}/decision`}>{text.decision}</ArrowLink>
    </p>
  )
}

/** Under an entry: last year's evaluation or this year's, and the way to its notes; null where there is nothing. */
export function marginOf(d: Drawing, sheet: MarginSheet, id: EntryId): Child {
  const entry = d.plan.entries.find((one) => one.id === id)
  const last = sheet.lastYear.get(id)
  const evaluation = lastOf(sheet.evaluations, id)
  const asks = d.plan.phase === 'mid-evaluation' || d.plan.phase === 'end-evaluation'
  const writes = asks && entry !== undefined && mayEvaluate(d.actor, d.plan, entry).may
  const notes = entry ? noteLink(entry, d, sheet.noteReaders) : null
  const amended = amendmentsAt(d, sheet.amendments, id)
  const pieces = sheet.pieces.get(id) ?? []
  const ambitions = sheet.ambitions.get(id) ?? []
  const steps = entry ? stepCard(entry, d, sheet.steps) : null
  const isMore = last || evaluation || writes || notes || amended || pieces.length + ambitions.length > 0
  if (!entry) return null
  // Most cards have nothing beside it; it was drawn before, and a page has many cards.
  if (!isMore) return steps
  const own = { evaluation, writes, notes, amended, pieces, ambitions, steps }
  return <MarginEntry {...{ d, entry, ...own }} last={last ?? null} />
}

type EntryProps = {
  d: Drawing
  entry: Entry
  evaluation: Evaluation | null
  last: LastYear | null
  writes: boolean
  notes: Child
  amended: Child
  steps: Child
  pieces: readonly PlanPiece[]
  ambitions: readonly AmbitionSheet[]
}

function MarginEntry(props: EntryProps) {
  const { d, entry, evaluation, last, writes, notes, amended, pieces, ambitions, steps } = props
  const text = marginText(d.language)
  return (
    <>
      {amended}
      <AmbitionsAtGoal sheets={ambitions} language={d.language} />
      {steps}
      {last && <LastYearFold {...last} language={d.language} />}
      {evaluation && (
        <div class="gehouden">
          <Fold summary={text.lookedBack}>
            <Words {...{ evaluation, entry }} language={d.language} />
          </Fold>
        </div>
      )}
      {writes && (
        <ArrowLink href={`${d.href}/evaluation?entry=${entry.id}#e-${entry.id}`}>{text.lookBackOn}</ArrowLink>
      )}
      {pieces.length > 0 && <PieceMargin pieces={pieces} language={d.language} />}
      {notes}
    </>
  )
}
