import type { SeenPoll } from '../round/poll.ts'
import { Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { LookForm } from './look-back-form-view.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import type { Grouped } from './theme.ts'
import { themeText } from './theme-text.ts'

type AskProps = { sheet: LookSheet; at: LookItem; grouped: Grouped }

/** Dots over the themes, or a check beforehand; open ones can be closed, closed ones are read. */
export function AskRoom({ sheet, at, grouped }: AskProps) {
  const open = at.polls.find(({ isOpen }) => isOpen)
  const closed = at.polls.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {open ? <Close sheet={sheet} at={at} poll={open} /> : <Open {...{ sheet, at, grouped }} />}
      {closed.map((poll) => (
        <Outcome poll={poll} sheet={sheet} />
      ))}
    </>
  )
}

function Open({ sheet, at, grouped }: AskProps) {
  const text = themeText(sheet.words.language)
  if (at.look.kind !== 'themes') return <OpenCheck sheet={sheet} at={at} />
  if (grouped.groups.length < 2) return null
  return (
    <LookForm sheet={sheet} at={at} act="dots" class="regelformulier">
      <HiddenFields values={{ dots: '3' }} />
      <Button>{text.openDots}</Button>
      <small class="noot">
        {text.dotsNote(3)} {sheet.maySecret ? text.dotsUnnamed : text.dotsFew}
      </small>
    </LookForm>
  )
}

function OpenCheck({ sheet, at }: Omit<AskProps, 'grouped'>) {
  const text = themeText(sheet.words.language)
  if (at.polls.length > 0) return null
  if (!sheet.maySecret) return <p class="noot">{text.checkFew}</p>
  return (
    <LookForm sheet={sheet} at={at} act="check" class="regelformulier">
      <Button kind="quiet">{text.openCheck}</Button>
      <small class="noot">{text.dotsUnnamed}</small>
    </LookForm>
  )
}

function Close({ sheet, at, poll }: { sheet: LookSheet; at: LookItem; poll: SeenPoll }) {
  const text = themeText(sheet.words.language)
  const isDots = poll.kind === 'dots'
  return (
    <LookForm sheet={sheet} at={at} act="poll-close" about={poll.id} class="regelformulier">
      <HiddenFields values={{ poll: poll.id }} />
      <p>{(isDots ? text.dotsOpen : text.checkOpen)(poll.answered, poll.voters.length)}</p>
      <Button>{isDots ? text.closeDots : text.closeCheck}</Button>
    </LookForm>
  )
}

function Outcome({ poll, sheet }: { poll: SeenPoll; sheet: LookSheet }) {
  const text = themeText(sheet.words.language)
  const counts = poll.result?.counts
  if (!counts) return <p class="noot">{text.checkFew}</p>
  const of = (id: string) => counts[id] ?? 0
  const inOrder =
    poll.kind === 'dots' ? poll.options.toSorted((one, other) => of(other.id) - of(one.id)) : poll.options
  return (
    <section class="stipuitslag">
      <h3>{poll.question}</h3>
      <ol>
        {inOrder.map(({ id, text: option }) => (
          <li>
            <span>{option}</span> <b>{poll.kind === 'dots' ? text.dot(of(id)) : String(of(id))}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
