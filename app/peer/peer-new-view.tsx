import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { errorIn, FrameFields, typedIn } from './peer-frame-view.tsx'
import type { Choice, Colleague, PeerTried } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import type { Eyes } from './peer-words-view.ts'

export type NewPeersProps = {
  colleagues: readonly Colleague[]
  topics: readonly Choice[]
  ends: readonly Choice[]
  /** What an address chose already. */
  first: {
    readonly who: string
    readonly third: string
    readonly topic: string
    readonly aim: string
    readonly to: string
  }
  tried: PeerTried | null
  eyes: Eyes
}

const ACT = 'ask'

/** Asking one or two colleagues to learn together for a term. */
export function NewPeersView({ colleagues, topics, ends, first, tried, eyes }: NewPeersProps) {
  const text = peerText(eyes.language)
  const who = (name: 'who' | 'third') => ({
    name,
    options: colleagues,
    value: typedIn(tried, ACT, name) ?? first[name],
    error: errorIn(tried, ACT, name, eyes),
  })
  return (
    <Form action="/peers/new" id="vraag" label={text.newTitle}>
      <SelectField {...who('who')} label={text.who} none={text.whoNone} />
      <SelectField {...who('third')} label={text.third} hint={text.thirdHint} none={text.thirdNone} />
      <FrameFields act={ACT} stands={first} {...{ topics, ends, tried, eyes }} />
      <p class="noot">{text.aimReaders}</p>
      <Actions>
        <Button>{text.send}</Button>
      </Actions>
    </Form>
  )
}
