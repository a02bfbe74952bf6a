import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import type { SignInRefusal } from './sign-in.ts'
import { signInText } from './sign-in-text.ts'

/** Why a form came back, and how long to wait before the next try. */
export type Denied = { readonly reason: SignInRefusal; readonly wait?: number | null }

/** What goes along through every step: where to go afterwards, and whether others use this computer. */
export type Going = { readonly to: string | null; readonly shared: boolean }

const hidden = ({ to, shared }: Going) => ({ ...(to ? { to } : {}), ...(shared ? { shared: 'yes' } : {}) })

export function sentenceOf({ reason, wait }: Denied, language: Language) {
  const text = signInText(language)
  return wait ? `${text.refused[reason]} ${text.wait(wait)}` : text.refused[reason]
}

function Denial({ denied, language, field }: { denied: Denied | null; language: Language; field?: string }) {
  if (!denied) return null
  return (
    <Problems
      title={signInText(language).problems}
      problems={[{ field, text: sentenceOf(denied, language) }]}
    />
  )
}

type Common = { language: Language; denied: Denied | null; going: Going }

/** The first step: an address, or a passkey. */
export function AskCodeView(props: Common & { address: string; mailIsOn: boolean; more: Child }) {
  const { language, denied, going } = props
  const text = signInText(language)
  return (
    <>
      <PageHead title={text.title} under={text.intro} />
      <Denial
        denied={denied}
        language={language}
        field={denied?.reason === 'no-address' ? 'f-address' : undefined}
      />
      {!props.mailIsOn && <NoMail language={language} />}
      <Form action="/sign-in" id="sign-in">
        <HiddenFields values={going.to ? { to: going.to } : {}} />
        <Field
          name="address"
          type="email"
          label={text.address}
          value={props.address}
          autocomplete="username webauthn"
          inputmode="email"
          maxlength={254}
          error={denied?.reason === 'no-address' ? text.refused['no-address'] : null}
        />
        <Check name="shared" label={text.shared} note={text.sharedNote} checked={going.shared} />
        <Actions>
          <Button>{text.ask}</Button>
        </Actions>
      </Form>
      {props.more}
      <p class="noot">
        <a href="/join">{text.toMeeting}</a>
      </p>
    </>
  )
}

function NoMail({ language }: { language: Language }) {
  return (
    <Notice>
      <p>{signInText(language).noMail}</p>
    </Notice>
  )
}

/** The second step: the code from the message. */
export function CodeView({ language, denied, going, mailIsOn }: Common & { mailIsOn: boolean }) {
  const text = signInText(language)
  return (
    <>
      <PageHead title={text.codeTitle} under={text.codeIntro} />
      <Denial denied={denied} language={language} field="f-code" />
      {!mailIsOn && <NoMail language={language} />}
      <Form action="/sign-in/code">
        <HiddenFields values={hidden(going)} />
        <Field
          name="code"
          label={text.code}
          hint={text.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          narrow
          error={denied ? sentenceOf(denied, language) : null}
        />
        <Actions>
          <Button>{text.enter}</Button>
        </Actions>
      </Form>
      <p>{text.codeNothing}</p>
      <p>
        <a href={going.to ? `/sign-in?to=${encodeURIComponent(going.to)}` : '/sign-in'}>{text.again}</a>
      </p>
    </>
  )
}

export type Person = { readonly personId: string; readonly name: string; readonly school: string }

type ChooseProps = {
  language: Language
  going: Going
  people: readonly Person[]
  action: string
  along: Record<string, string>
}

/** One address, several schools or colleagues: whose place is it? */
export function ChooseView({ language, going, people, action, along }: ChooseProps) {
  const text = signInText(language)
  return (
    <>
      <PageHead title={text.chooseTitle} under={text.chooseIntro} />
      {people.map(({ personId, name, school }) => (
        <PostButton action={action} kind="quiet" hidden={{ ...hidden(going), ...along, person: personId }}>
          {text.enterAs(name, school)}
        </PostButton>
      ))}
    </>
  )
}

type LinkProps = {
  language: Language
  kind: 'mail' | 'shown' | 'invitation'
  people: readonly Person[]
  madeBy: string | null
  action: string
}

/** What a link opens. It asks for a click, because mail scanners open links too. */
export function LinkView({ language, kind, people, madeBy, action }: LinkProps) {
  const text = signInText(language)
  const [first] = people
  const invited = kind === 'invitation'
  if (!first) return null
  return (
    <>
      <PageHead
        title={invited ? text.invitationTitle(first.school) : text.linkTitle(first.name)}
        under={invited ? text.invitationIntro(first.name) : text.linkIntro(first.school)}
      />
      {madeBy && <p>{invited ? text.invitedBy(madeBy) : text.shownBy(madeBy)}</p>}
      <Form action={action}>
        <Check name="shared" label={text.shared} note={text.sharedNote} />
        <Actions>
          {people.map(({ personId, name, school }) => (
            <Button name="person" value={personId}>
              {people.length > 1 ? text.enterAs(name, school) : invited ? text.accept : text.enter}
            </Button>
          ))}
        </Actions>
      </Form>
    </>
  )
}

/** A link that was used or is too old. */
export function LinkOverView({ language }: { language: Language }) {
  const text = signInText(language)
  return (
    <>
      <PageHead title={text.overTitle} under={text.over} />
      <p>
        <a href="/sign-in">{text.again}</a>
      </p>
    </>
  )
}

/** The code of the authenticator app. */
export function SecondFactorView({ language, denied, going }: Common) {
  const text = signInText(language)
  return (
    <>
      <PageHead title={text.factorTitle} under={text.factorIntro} />
      <Denial denied={denied} language={language} field="f-code" />
      <Form action="/sign-in/second-factor">
        <HiddenFields values={hidden(going)} />
        <Field
          name="code"
          label={text.factor}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          narrow
          error={denied ? sentenceOf(denied, language) : null}
        />
        <Actions>
          <Button>{text.enter}</Button>
        </Actions>
      </Form>
      <p>{text.factorLost}</p>
    </>
  )
}
