import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ProofRefusal } from './own-proof.ts'
import { ownProofText } from './own-proof-text.ts'
import { PasskeyButton } from './passkey-view.tsx'

export type ProofDenied = { readonly reason: ProofRefusal; readonly wait?: number | null }

/** What the page knows of the ways in which this person can prove it. */
export type ProofSheet = {
  readonly language: Language
  /** Where to go afterwards. */
  readonly to: string
  readonly hasPasskey: boolean
  readonly passkeyFrom: Moment | null
  /** Whether a code can be mailed; or why not. */
  readonly mail: 'on' | 'demo' | 'no-mail' | 'no-address' | 'address-new'
  readonly addressFrom: Moment | null
  readonly email: string | null
  /** A code was asked for. */
  readonly sent: boolean
  /** The code itself: in the demo school alone, where nothing is mailed. */
  readonly shown: string | null
  readonly denied: ProofDenied | null
}

const dayIn = (moment: Moment, language: Language) => longDay(dayOf(new Date(moment)), language)

/** Show that it is you: a passkey, or a code by mail. */
export function ProofView({ sheet }: { sheet: ProofSheet }) {
  const text = ownProofText(sheet.language)
  return (
    <>
      <PageHead title={text.title} under={text.intro} />
      <div class="kolom">
        <Denial sheet={sheet} />
        <ByPasskey sheet={sheet} />
        <ByMail sheet={sheet} />
      </div>
    </>
  )
}

function Denial({ sheet: { denied, language } }: { sheet: ProofSheet }) {
  if (!denied) return null
  const text = ownProofText(language)
  const field = denied.reason === 'wrong-code' ? 'f-code' : undefined
  return <Problems title={text.problems} problems={[{ field, text: sentence(denied, language) }]} />
}

const sentence = ({ reason, wait }: ProofDenied, language: Language) => {
  const text = ownProofText(language)
  return wait ? `${text.refused[reason]} ${text.wait(wait)}` : text.refused[reason]
}

function ByPasskey({ sheet }: { sheet: ProofSheet }) {
  const { language, mail } = sheet
  const text = ownProofText(language)
  if (mail === 'demo') return null
  if (sheet.hasPasskey) return <PasskeyButton act="prove" label={text.passkey} failed={text.passkeyFailed} />
  return (
    <div class="blok">
      <p>{sheet.passkeyFrom ? text.passkeyFrom(dayIn(sheet.passkeyFrom, language)) : text.noPasskey}</p>
      <ArrowLink href="/account">{text.makePasskey}</ArrowLink>
    </div>
  )
}

function ByMail({ sheet }: { sheet: ProofSheet }) {
  const text = ownProofText(sheet.language)
  if (sheet.mail !== 'on' && sheet.mail !== 'demo') {
    return (
      <Notice>
        <p>{whyNoMail(sheet)}</p>
        <Form action="/account/proof" id="own-proof">
          <HiddenFields values={{ to: sheet.to }} />
        </Form>
      </Notice>
    )
  }
  return (
    <section class="blok">
      <h2>{text.mailTitle}</h2>
      {sheet.mail === 'demo' ? (
        <Notice>
          <p>{sheet.shown ? text.demo(sheet.shown) : text.demoNote}</p>
        </Notice>
      ) : (
        <p>{text.mailTo(sheet.email ?? '')}</p>
      )}
      <CodeForms sheet={sheet} />
    </section>
  )
}

function CodeForms({ sheet: { language, to, sent, denied } }: { sheet: ProofSheet }) {
  const text = ownProofText(language)
  return (
    <Form action="/account/proof" id="own-proof">
      <HiddenFields values={{ to }} />
      {sent && (
        <Field
          name="code"
          label={text.code}
          hint={text.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          narrow
          error={denied?.reason === 'wrong-code' ? sentence(denied, language) : null}
        />
      )}
      <Actions>
        {sent && (
          <Button name="act" value="open">
            {text.open}
          </Button>
        )}
        <Button name="act" value="send" kind={sent ? 'link' : 'main'}>
          {sent ? text.again : text.send}
        </Button>
      </Actions>
    </Form>
  )
}

function whyNoMail({ mail, addressFrom, language }: ProofSheet) {
  const text = ownProofText(language)
  if (mail === 'address-new' && addressFrom) return text.addressNew(dayIn(addressFrom, language))
  return mail === 'no-address' ? text.noAddress : text.noMail
}
