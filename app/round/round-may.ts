import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Frame } from './round.ts'

type Framed = { readonly frame: Frame }

/** Silence from who has no voice is not a refusal of theirs: the voters were named before the first voice. */
export function maySpeak(decision: Framed, actor: Actor): May<'has-voice' | 'no-voice'> {
  const person = personOf(actor)
  return person !== null && decision.frame.voters.includes(person) ? yes('has-voice') : no('no-voice')
}

/** The chair leads: closes, puts a changed text forward, says what happens with an item that found no decision. */
export function mayLead(decision: Framed, actor: Actor): May<'chair' | 'not-chair'> {
  return personOf(actor) === decision.frame.chair ? yes('chair') : no('not-chair')
}
