import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { joinText } from './join-text.ts'

export type CodeProps = {
  language: Language
  typed: string
  /** what could not be done with the code */
  problem: string | null
  /** what became of the meeting or the device before */
  told: string | null
  signIn: string | null
}

/** The code in one big field. */
export function CodeForm({ language, typed, problem, told, signIn }: CodeProps) {
  const text = joinText(language)
  return (
    <>
      <PageHead title={text.title} under={text.intro} />
      {told && (
        <Notice>
          <p>{told}</p>
        </Notice>
      )}
      <Form action="/join" id="join" class="formulier meedoen">
        <Field
          name="code"
          label={text.code}
          value={typed}
          inputmode="numeric"
          autocomplete="off"
          maxlength={20}
          error={problem}
          autofocus
        />
        <Actions>
          <Button>{text.go}</Button>
        </Actions>
      </Form>
      {signIn && <SignInFirst language={language} href={signIn} />}
    </>
  )
}

function SignInFirst({ language, href }: { language: Language; href: string }) {
  const text = joinText(language)
  return (
    <p class="noot">
      {text.signedIn} <a href={href}>{text.signIn}</a>. {text.signInAfter}
    </p>
  )
}

export type NamesProps = {
  language: Language
  meeting: string
  school: string
  /** where the choice posts to: the address with the code */
  action: string
  people: readonly { readonly id: PersonId; readonly name: string }[]
  guestName: string
  problem: { readonly text: string; readonly field: string | null } | null
  signIn: string | null
}

/** One's own name, one tap; or a guest. Only for who has the code. */
export function NameChoice(props: NamesProps) {
  const { language, action, problem } = props
  const text = joinText(language)
  return (
    <>
      <PageHead title={text.who} under={text.whoUnder(props.meeting, props.school)} />
      {problem && problem.field !== 'name' && (
        <Problems title={text.problem} problems={[{ text: problem.text }]} />
      )}
      <p>{text.pick}</p>
      <form action={action} method="post" id="join-names" aria-label={text.names}>
        <ul class="meedoennamen">
          {props.people.map(({ id, name }) => (
            <li>
              <Button kind="quiet" name="person" value={id}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </form>
      <Guest {...props} />
      {props.signIn && <SignInFirst language={language} href={props.signIn} />}
      <p class="noot">
        <a href="/join?other=1">{text.otherCode}</a>
      </p>
    </>
  )
}

function Guest({ language, action, guestName, problem }: NamesProps) {
  const text = joinText(language)
  return (
    <section class="meedoengast" aria-labelledby="gast">
      <h2 id="gast">{text.guest}</h2>
      <p class="noot">{text.guestNote}</p>
      <Form action={action} id="join-guest">
        <input type="hidden" name="guest" value="yes" />
        <Field
          name="name"
          label={text.guestName}
          value={guestName}
          autocomplete="name"
          maxlength={60}
          error={problem?.field === 'name' ? problem.text : null}
        />
        <Actions>
          <Button kind="quiet">{text.watch}</Button>
        </Actions>
      </Form>
    </section>
  )
}
