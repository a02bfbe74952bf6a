import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { type Option, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import type { VisitTried } from './moment-view.tsx'
import type { OpenSwap } from './swap.ts'
import type { Visit } from './visit.ts'
import { visitNo } from './visit-no-text.ts'
import { visitOneText } from './visit-one-text.ts'
import { type Eyes, slotWords, titleWords } from './visit-words-view.ts'

export type SwapPartProps = {
  visit: Visit
  /** What this visitor asked and is still open. */
  open: OpenSwap | null
  colleagues: readonly Option[]
  tried: VisitTried | null
  eyes: Eyes
}

/** On the page of a visit: the visitor asks a colleague to swap, or takes that back. */
export function SwapPart({ visit, open, colleagues, tried, eyes }: SwapPartProps) {
  const text = visitOneText(eyes.language)
  if (open !== null) {
    return (
      <div id="ruilen">
        <p>{text.swap.waits(eyes.nameOf(open.swap.with))}</p>
        <PostButton
          action={`/visits/${visit.id}`}
          hidden={{ act: 'swap-end', swap: open.swap.id }}
          kind="quiet"
        >
          {text.one.takeBack}
        </PostButton>
      </div>
    )
  }
  const mine = tried?.act === 'swap' ? tried : null
  const three: readonly (string | null)[] = [visit.host, visit.cover]
  return (
    <Fold summary={text.one.swap} id="ruilen" open={mine !== null}>
      <Form action={`/visits/${visit.id}`} id="f-swap" label={text.one.swap}>
        <HiddenFields values={{ act: 'swap' }} />
        <p class="zacht">{text.one.swapNote}</p>
        <SelectField
          name="swapWith"
          label={text.one.colleague}
          none="–"
          options={colleagues.filter(({ value }) => !three.includes(value))}
          value={mine?.values['swapWith']}
          error={mine ? visitNo(mine.no, eyes.language) : null}
        />
        <Button>{text.one.swapAsk}</Button>
      </Form>
    </Fold>
  )
}

export type SwapAskedProps = {
  open: OpenSwap
  /** Own visits that can be swapped. */
  own: readonly Visit[]
  tried: VisitTried | null
  eyes: Eyes
}

/** On the page of all visits: what a swap asks of this reader. */
export function SwapAsked(props: SwapAskedProps) {
  const { open, own, eyes } = props
  const { swap, one, other } = open
  const text = visitOneText(eyes.language).swap
  const here = other !== null && eyes.me === other.host ? other : one
  const says =
    other === null ? text.asked(eyes.nameOf(one.visitor)) : text.hostAsked(eyes.nameOf(here.visitor))
  const when = (visit: Visit) => slotWords(visit, eyes.language)
  return (
    <li class="ruilvraag">
      <h3>{says}</h3>
      {other === null ? (
        <p>{when(one)}</p>
      ) : (
        <p>
          {text.was(when(here))}
          <br />
          {text.becomes(when(here === one ? other : one))}
        </p>
      )}
      {other === null && own.length === 0 && <p class="zacht">{text.nothing}</p>}
      <div class="rij knoppen">
        {(other !== null || own.length > 0) && <SwapYes {...props} says={says} />}
        <PostButton action="/visits" hidden={{ act: 'swap-end', swap: swap.id }} kind="quiet">
          {text.no}
        </PostButton>
      </div>
    </li>
  )
}

function SwapYes({ open, own, tried, eyes, says }: SwapAskedProps & { says: string }) {
  const { swap, other } = open
  const text = visitOneText(eyes.language).swap
  const mine = tried?.values['swap'] === swap.id ? tried : null
  return (
    <Form action="/visits" id={`s-${swap.id}`} label={says}>
      <HiddenFields values={{ act: 'swap-yes', swap: swap.id }} />
      {other === null && (
        <SelectField
          name="other"
          id={`other-${swap.id}`}
          label={text.which}
          options={own.map((visit) => ({
            value: visit.id,
            label: `${titleWords(visit, eyes)}, ${slotWords(visit, eyes.language)}`,
          }))}
          value={mine?.values['other']}
          error={mine ? visitNo(mine.no, eyes.language) : null}
        />
      )}
      <Button icon="check">{text.yes}</Button>
    </Form>
  )
}
