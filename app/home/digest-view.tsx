import type { Language } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Actions, Form, PostButton } from '../ui/form.tsx'
import { digestText } from './digest-text.ts'
import { LETTER_KINDS, type LetterKind } from './letter-kind.ts'

type OffProps = {
  language: Language
  name: string
  action: string
  /** What the link in the letter was for. */
  what: LetterKind | 'all'
  done: boolean
}

/** Turning the morning letter, or one kind of line in it, off from the letter itself. Opening it changes nothing. */
export function DigestOffView({ language, name, action, what, done }: OffProps) {
  const text = digestText(language)
  return (
    <div class="stapel">
      <h1>{text.offTitle}</h1>
      <p>{sentence({ language, name, what, done })}</p>
      {done ? (
        <p>
          <LinkButton href="/account#digest">{text.toAccount}</LinkButton>
        </p>
      ) : (
        <>
          {what !== 'all' && (
            <PostButton action={action} hidden={{ kind: what }}>
              {text.turnOffKind(text.about[what])}
            </PostButton>
          )}
          <PostButton action={action} kind={what === 'all' ? 'main' : 'quiet'}>
            {text.turnOff}
          </PostButton>
        </>
      )}
    </div>
  )
}

function sentence({ language, name, what, done }: Omit<OffProps, 'action'>) {
  const text = digestText(language)
  if (what === 'all') return done ? text.offDone : text.offAsk(name)
  const about = text.about[what]
  return done ? text.offDoneKind(about) : text.offAskKind(name, about)
}

/** A link that is of nobody here. */
export function DigestOverView({ language }: { language: Language }) {
  const text = digestText(language)
  return (
    <div class="stapel">
      <h1>{text.offTitle}</h1>
      <p>{text.offOver}</p>
      <p>
        <LinkButton href="/account#digest">{text.toAccount}</LinkButton>
      </p>
    </div>
  )
}

/** The name of the field that says whether somebody wants a kind by mail. */
export const letterField = (kind: LetterKind) => `letter.${kind}`

type ChoiceProps = { language: Language; wanted: readonly LetterKind[]; isSaved: boolean }

/** The choice on one's own account page: per kind, all of them or none. */
export function DigestChoice({ language, wanted, isSaved }: ChoiceProps) {
  const text = digestText(language)
  return (
    <section class="stapel mt" aria-labelledby="digest">
      <h2 id="digest">{text.title}</h2>
      <div role="status">{isSaved && <p class="noot">{text.saved}</p>}</div>
      <p>{wanted.length > 0 ? text.isOn : text.isOff}</p>
      <Form action="/account/digest">
        <fieldset class="keuzes">
          <legend>{text.which}</legend>
          {LETTER_KINDS.map((kind) => (
            <Check
              name={letterField(kind)}
              {...text.kinds[kind]}
              checked={wanted.includes(kind)}
              id={`f-letter-${kind}`}
            />
          ))}
        </fieldset>
        <Actions>
          <Button kind="quiet">{text.save}</Button>
        </Actions>
      </Form>
    </section>
  )
}
