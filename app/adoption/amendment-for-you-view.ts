import type { Plan } from '../plan/plan.ts'
import { takesAmendments } from '../plan/plan.ts'
import type { Reader } from '../session/actor.ts'
import { isAmended, isOfTeam, sidesToGo, yesOf } from './amendment.ts'
import { amendmentTitle } from './amendment-item-view.ts'
import { mayLeadAmendment, mayPutAmendment, sideOfActor } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'

/** A line that waits for a reader; the key changes with the text, so that another text is another question. */
export type AmendmentAsk = {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly act: string
  readonly href: string
}

/**
 * What amendments ask of this reader: a yes once the other side has said it, a round to open for what a colleague
 * suggested, a decision to seal. A voice in a round is asked as every voice is.
 */
export const amendmentAsks = (
  plan: Plan,
  scenes: readonly SeenAmendment[],
  reader: Reader,
): AmendmentAsk[] =>
  takesAmendments(plan.phase) ? scenes.flatMap((scene) => askOf(scene, reader) ?? []) : []

function askOf(scene: SeenAmendment, reader: Reader): AmendmentAsk | null {
  const { amendment, plan, roster } = scene
  if (amendment.ended !== null || scene.isOvertaken || !isAmended(amendment)) return null
  const kind = isOfTeam(amendment) ? teamAsk(scene, reader) : asksYes(scene, reader) ? 'forYou' : null
  if (kind === null) return null
  const words = amendmentText(reader.language)[kind]
  return {
    key: `amendment:${kind}:${amendment.id}:${amendment.print.slice(0, 12)}`,
    title: words.title(amendmentTitle(plan, amendment, roster, reader)),
    note: words.note,
    act: words.act,
    href: `/plan/${plan.id}/amendment/${amendment.id}`,
  }
}

/** The other side has said yes to this text, this side has not. */
function asksYes(scene: SeenAmendment, { actor }: Reader) {
  const side = sideOfActor(actor, scene)
  if (side === null || !sidesToGo(scene.amendment).includes(side)) return false
  return yesOf(scene.amendment, side === 'owner' ? 'second' : 'owner') !== null
}

function teamAsk(scene: SeenAmendment, { actor }: Reader) {
  const { amendment, decision } = scene
  if (decision === null)
    return mayPutAmendment(actor, scene).may && amendment.madeBy !== actor.personId ? 'forYouPut' : null
  return decision.standing.now.is === 'stands' && mayLeadAmendment(actor, scene).may ? 'forYouSeal' : null
}
