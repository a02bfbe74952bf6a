import type { Language } from '../kernel/language.ts'
import type { MeetingItem, Say } from '../meeting/meeting.ts'
import { LONGEST_SAY } from '../meeting/say.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { phoneText } from './phone-text.ts'
import type { Typed } from './phone-typed.ts'

/** A question, a reaction, or what would take one's objection away (which is a reaction too). */
export type SayWay = 'question' | 'reaction' | 'idea'

export type SayFormProps = {
  item: MeetingItem
  kind: SayWay
  href: string
  /** how much one said here before: with each the form is a new one */
  says: number
  typed: Typed | null
  language: Language
}

export function SayForm({ item, kind, href, says, typed, language }: SayFormProps) {
  const { label, hint, send } = wordsFor(kind, language)
  const id = `say-${item.id.slice(-12)}-${kind}-${says}`
  const refused = typed?.act === 'say' && typed.fields['item'] === item.id ? typed : null
  return (
    <form class="stapel" action={href} method="post" novalidate id={id}>
      <HiddenFields values={{ act: 'say', item: item.id, kind: kind === 'idea' ? 'reaction' : kind }} />
      <TextField
        name="text"
        id={`${id}-text`}
        label={label}
        hint={hint}
        rows={3}
        maxlength={LONGEST_SAY}
        value={refused?.fields['text'] ?? ''}
        error={refused?.field === 'text' ? refused.reason : null}
      />
      <Button>{send}</Button>
    </form>
  )
}

function wordsFor(kind: SayWay, language: Language) {
  const text = phoneText(language)
  if (kind === 'question') return { label: text.askLabel, hint: text.askHint, send: text.askSend }
  if (kind === 'reaction') return { label: text.reactLabel, hint: text.reactHint, send: text.reactSend }
  return { label: text.ideaLabel, hint: text.ideaHint, send: text.ideaSend }
}

/** One's own words at this item, to take back until they were talked through. */
export function MySays({ says, href, language }: { says: readonly Say[]; href: string; language: Language }) {
  const text = phoneText(language)
  if (says.length === 0) return null
  return (
    <section aria-labelledby="my-says">
      <h2 id="my-says">{text.mySays}</h2>
      <ul class="tel-gezegd">
        {says.map((say) => (
          <li id={`mine-${say.id}`}>
            <p class="regels">
              <b>{text.says[say.kind]}:</b> {say.text}
            </p>
            {say.doneAt !== null ? (
              <small>{text.sayDone}</small>
            ) : (
              <form action={href} method="post" id={`back-${say.id}`}>
                <HiddenFields values={{ act: 'take-back', say: say.id }} />
                <Button kind="link" about={say.text.slice(0, 40)}>
                  {text.takeBack}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
