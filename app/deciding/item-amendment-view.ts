import { changesIn, isAmended, isOfTeam, tiesOfGoal } from '../adoption/amendment.ts'
import { amendmentLabel, amendmentTitle, amendmentWords, tiesLine } from '../adoption/amendment-item-view.ts'
import type { SeenAmendment } from '../adoption/amendment-scene.ts'
import type { Wording } from '../adoption/item-view.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { takesAmendments } from '../plan/plan.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import type { BareSheet } from './item-plan-view.ts'
import { itemSheetText } from './item-sheet-text.ts'

/** An amendment with its difference. Of a track nothing is shown but whose it is: its two sides agree, not the team. */
export function amendmentSheet(scene: SeenAmendment, wording: Wording, isToDecide: boolean): BareSheet {
  const { plan, roster, amendment, decision } = scene
  const text = itemSheetText(wording.language)
  const made = roster.people.find(({ id }) => id === amendment.madeBy)?.name
  const bare: BareSheet = {
    lead: text.planOf(yearTitle(plan.schoolYear)),
    heading: amendmentTitle(plan, amendment, roster, wording),
    pieces: [],
    since: null,
    why: text.ofTwo(wording.terms.coordinator),
    people: made ? [made] : [],
    decision: null,
    mayDecide: false,
    content: null,
  }
  if (!isOfTeam(amendment)) return bare
  return {
    ...bare,
    pieces: piecesOf(scene, wording),
    since: isAnew(scene, wording) ? text.diff(text.since.round) : text.diffAmended,
    why: (decision && seenLast(decision).changeNote) ?? amendment.why,
    decision,
    mayDecide: isToDecide && mayBePut(scene),
    content: canonicalJson({ print: amendment.print }),
  }
}

const isAnew = (scene: SeenAmendment, wording: Wording) =>
  scene.decision !== null && roundBefore(scene.decision, amendmentWords(wording).text(scene)) !== null

/** Beside the agreed text; from the second round on beside the text of the round before. */
function piecesOf(scene: SeenAmendment, wording: Wording): SheetPiece[] {
  const { amendment, decision } = scene
  const words = amendmentWords(wording)
  const earlier = decision && roundBefore(decision, words.text(scene))
  if (earlier !== null) return [{ label: '', before: earlier, text: words.text(scene) }]
  if (amendment.kind === 'remove') return [{ label: '', before: null, text: words.text(scene) }]
  const isNew = amendment.kind === 'new'
  return [
    ...changesIn(amendment).map(({ field, before, after }) => ({
      label:
        amendment.about === 'principle' || field === 'title' ? '' : amendmentLabel(scene, field, wording),
      before: isNew ? null : before,
      text: after,
    })),
    ...tiesPiece(scene, wording, isNew),
  ]
}

function tiesPiece(
  { amendment, entry, roster }: SeenAmendment,
  wording: Wording,
  isNew: boolean,
): SheetPiece[] {
  if (amendment.ties === null) return []
  const before = isNew ? null : tiesLine(tiesOfGoal(entry), roster, wording)
  const label = itemSheetText(wording.language).ties
  return [{ label, before, text: tiesLine(amendment.ties, roster, wording) }]
}

/** The text of the last round but one; or of the last when another text stands here since. Null: the first text. */
function roundBefore(decision: SeenDecision, now: string): string | null {
  const last = seenLast(decision)
  const wentOn = last.closed !== null && decision.standing.now.is !== 'stands' && last.text !== now
  return wentOn ? last.text : (decision.rounds.at(-2)?.text ?? null)
}

const mayBePut = ({ amendment, plan, decision, isOvertaken }: SeenAmendment) =>
  amendment.ended === null &&
  takesAmendments(plan.phase) &&
  isAmended(amendment) &&
  !isOvertaken &&
  (decision === null || decision.standing.now.is === 'no-quorum')
