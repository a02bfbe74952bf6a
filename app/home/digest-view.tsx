import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { digestText } from './digest-text.ts'

type OffProps = { language: Language; name: string; action: string; done: boolean }

/** Turning the daily letter off from the letter itself. Opening it changes nothing. */
export function DigestOffView({ language, name, action, done }: OffProps) {
  const text = digestText(language)
  return (
    <div class="stapel">
      <h1>{text.offTitle}</h1>
      <p>{done ? text.offDone : text.offAsk(name)}</p>
      {done ? (
        <p>
          <LinkButton href="/account#digest">{text.toAccount}</LinkButton>
        </p>
      ) : (
        <PostButton action={action}>{text.turnOff}</PostButton>
      )}
    </div>
  )
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

/** The choice on one's own account page. */
export function DigestChoice({ language, on }: { language: Language; on: boolean }) {
  const text = digestText(language)
  return (
    <section class="stapel mt" aria-labelledby="digest">
      <h2 id="digest">{text.title}</h2>
      <p>{on ? text.isOn : text.isOff}</p>
      <PostButton kind="quiet" action="/account/digest" hidden={{ on: on ? 'no' : 'yes' }}>
        {on ? text.turnOff : text.turnOn}
      </PostButton>
    </section>
  )
}
