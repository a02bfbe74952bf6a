import { isUncounted, type SeenPoll, stillNeeded } from '../round/poll.ts'
import { pollText } from '../round/poll-text.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
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
        {text.dotsNote(3)} <Names sheet={sheet} />
      </small>
    </LookForm>
  )
}

function OpenCheck({ sheet, at }: Omit<AskProps, 'grouped'>) {
  const text = themeText(sheet.words.language)
  const { kind } = at.look
  if (at.polls.some((poll) => !isUncounted(poll))) return null
  if (kind !== 'coordinator-part' && kind !== 'plan-itself') return null
  if (!sheet.maySecret && kind === 'coordinator-part')
    return (
      <p class="noot">
        {text.here(sheet.votersHere)} {text.checkFew}
      </p>
    )
  return (
    <LookForm sheet={sheet} at={at} act="check" class="regelformulier">
      <Button kind="quiet">{text.openCheck}</Button>
      <small class="noot">
        {text.asks(text.checks[kind].question)} <Names sheet={sheet} />
      </small>
    </LookForm>
  )
}

/** With names or without, by who is there now; said before it is asked. */
function Names({ sheet }: { sheet: LookSheet }) {
  const text = themeText(sheet.words.language)
  return (
    <>
      {text.here(sheet.votersHere)} {sheet.maySecret ? text.unnamed : text.named}
    </>
  )
}

function Close({ sheet, at, poll }: { sheet: LookSheet; at: LookItem; poll: SeenPoll }) {
  const text = themeText(sheet.words.language)
  const isDots = poll.kind === 'dots'
  const needed = stillNeeded(poll)
  const label = isDots ? text.closeDots : text.closeCheck
  if (needed > 0) return <CloseUncounted {...{ sheet, at, poll, label, needed }} />
  return (
    <LookForm sheet={sheet} at={at} act="poll-close" about={poll.id} class="regelformulier">
      <HiddenFields values={{ poll: poll.id }} />
      <Answered sheet={sheet} poll={poll} />
      <Button>{label}</Button>
    </LookForm>
  )
}

function Answered({ sheet, poll }: { sheet: LookSheet; poll: SeenPoll }) {
  const text = themeText(sheet.words.language)
  const said = poll.kind === 'dots' ? text.dotsOpen : text.checkOpen
  return <p>{said(poll.answered, poll.voters.length)}</p>
}

type CloseProps = { sheet: LookSheet; at: LookItem; poll: SeenPoll; label: string; needed: number }

/** Without names and with fewer than five answers it asks first: what was given would be lost. */
function CloseUncounted({ sheet, at, poll, label, needed }: CloseProps) {
  const text = pollText(sheet.words.language)
  return (
    <>
      <Answered sheet={sheet} poll={poll} />
      <Fold summary={label} id={`few-${poll.id}`} open={sheet.isTried(at, 'poll-close', poll.id)}>
        <LookForm sheet={sheet} at={at} act="poll-close" about={poll.id} class="regelformulier">
          <HiddenFields values={{ poll: poll.id, sure: 'yes' }} />
          <p>{text.needed(needed)}</p>
          <Button kind="quiet">{text.closeUncounted}</Button>
        </LookForm>
      </Fold>
    </>
  )
}

function Outcome({ poll, sheet }: { poll: SeenPoll; sheet: LookSheet }) {
  const text = themeText(sheet.words.language)
  const counts = poll.result?.counts
  if (!counts) return <p class="noot">{pollText(sheet.words.language).uncounted}</p>
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
