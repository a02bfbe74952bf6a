import type { PersonId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { FrameFields } from '../round/frame-view.tsx'
import type { Refused } from '../round/voice-view.tsx'
import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { FieldError } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { type ItemState, itemKey, mayBeAsked } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'
import { itemLabel } from './item-view.ts'

export type PutForwardProps = {
  plan: Plan
  states: readonly ItemState[]
  people: readonly { readonly id: PersonId; readonly name: string }[]
  reader: Reader
  href: string
  mayPutForward: boolean
  refused: Refused | null
  quorum: number
  closesAt: string
}

/** The form with which the coordinator puts the plan to the team: at first as a section, later behind a fold. */
export function PutForward(props: PutForwardProps) {
  const { plan, states, reader, mayPutForward, refused } = props
  const text = adoptionText(reader.language)
  if (!mayPutForward) return null
  if (plan.phase === 'draft') return <p class="mt">{text.notInInput}</p>
  if (plan.phase !== 'input' && plan.phase !== 'decision') return null
  const free = states.filter((state) => mayBeAsked(state))
  if (free.length === 0) return null
  const first = states.every((state) => state.decision === null)
  const form = <PutForwardForm {...props} free={free} />
  return first ? (
    <section class="blok stapel" aria-labelledby="vl2-kop">
      <h2 id="vl2-kop">{text.openTitle}</h2>
      {form}
    </section>
  ) : (
    <Fold summary={text.later} open={refused !== null || free.some((state) => state.is === 'changed-since')}>
      {form}
    </Fold>
  )
}

function PutForwardForm(props: PutForwardProps & { free: readonly ItemState[] }) {
  const { plan, people, reader, href, refused, free, quorum, closesAt } = props
  const { language } = reader
  const text = adoptionText(language)
  const chosen = [refused?.typed['part']].flat()
  const error = refused?.field === 'part' ? text.refusal['item-unknown'] : null
  return (
    <Form action={`${href}/decision`} label={text.openTitle}>
      <input type="hidden" name="act" value="put" />
      <fieldset id="f-part" aria-describedby={error ? 'part-error' : 'part-hint'}>
        <legend>{text.openWhat}</legend>
        <small id="part-hint">{text.openHint}</small>
        {free
          .filter((state) => state.item.about !== 'plan')
          .map(({ item, is }) => (
            <Check
              name="part"
              value={itemKey(item)}
              label={itemLabel(plan, item, reader)}
              checked={refused ? chosen.includes(itemKey(item)) : is === 'changed-since'}
            />
          ))}
        <FieldError id="part-error" text={error} />
      </fieldset>
      <FrameFields chair={reader.actor.personId} {...{ people, quorum, closesAt, refused, language }} />
      <Button>{text.openNow}</Button>
    </Form>
  )
}
