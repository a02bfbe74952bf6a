import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Qr } from '../ui/qr.tsx'
import { accountText } from './account-text.ts'

type CodeProps = { language: Language; wrong: boolean }

function CodeForm({ language, wrong, hint, button }: CodeProps & { hint?: string; button: string }) {
  const text = accountText(language)
  return (
    <Form action="/account/second-factor">
      <Field
        name="code"
        label={text.factorCode}
        hint={hint}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={20}
        narrow
        error={wrong ? text.factorWrong : null}
      />
      <Actions>
        <Button>{button}</Button>
      </Actions>
    </Form>
  )
}

/** Turning the second step on: scan, or type over, and give one code. */
export function NewFactorView({ language, wrong, secret, uri }: CodeProps & { secret: string; uri: string }) {
  const text = accountText(language)
  return (
    <>
      <PageHead title={text.factorTitle} under={text.factorScan} />
      <Qr text={uri} label={text.factorQr} />
      <p>
        {text.factorType}
        <br />
        <code>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <CodeForm language={language} wrong={wrong} button={text.factorConfirm} />
    </>
  )
}

/** Turning it off, with a code as proof. */
export function DropFactorView({ language, wrong }: CodeProps) {
  const text = accountText(language)
  return (
    <>
      <PageHead title={text.factorDrop} />
      <CodeForm language={language} wrong={wrong} hint={text.factorDropNote} button={text.factorDrop} />
    </>
  )
}
