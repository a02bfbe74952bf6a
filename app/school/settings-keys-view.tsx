import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, PostButton } from '../ui/form.tsx'
import { CopyButton } from '../ui/script-button.tsx'
import type { MailStanding } from './mail-standing.ts'
import { Part } from './settings-part-view.tsx'
import { settingsText } from './settings-text.ts'

type Key = {
  readonly id: string
  readonly name: string
  readonly createdAt: Moment
  readonly createdBy: string | null
  readonly usedAt: Moment | null
}

type TokensProps = {
  language: Language
  tokens: readonly Key[]
  /** why this reader has nothing to do with keys; null: may */
  because: string | null
  /** the last one had no name */
  refused: boolean
}

const dayIn = (moment: Moment, language: Language) => longDay(dayOf(new Date(moment)), language)

/** The keys of programs: made here, shown once, revoked here. */
export function Tokens({ language, tokens, because, refused }: TokensProps) {
  const text = settingsText(language)
  return (
    <Part id="programs" title={text.tokensTitle}>
      <p>{text.tokensWhat}</p>
      {because && <p class="noot">{because}</p>}
      {!because && tokens.length === 0 && <p class="noot">{text.noTokens}</p>}
      {tokens.length > 0 && (
        <ul class="regels">
          {tokens.map((token) => (
            <li>
              <OneKey token={token} language={language} />
            </li>
          ))}
        </ul>
      )}
      {!because && <MakeKey language={language} refused={refused} />}
    </Part>
  )
}

function OneKey({ token, language }: { token: Key; language: Language }) {
  const text = settingsText(language)
  const used = token.usedAt ? text.tokenUsed(dayIn(token.usedAt, language)) : text.tokenUnused
  return (
    <>
      <p>
        <b>{token.name}</b>{' '}
        <small>
          {text.tokenMade(dayIn(token.createdAt, language), token.createdBy ?? '')}, {used}
        </small>
      </p>
      <PostButton
        action="/settings"
        hidden={{ token: token.id }}
        kind="quiet"
        name="act"
        value="revoke"
        about={`: ${token.name}`}
      >
        {text.tokenEnd}
      </PostButton>
    </>
  )
}

/** The answer shows the key; it is nowhere else. */
function MakeKey({ language, refused }: { language: Language; refused: boolean }) {
  const text = settingsText(language)
  return (
    <Form action="/settings" labelledBy="programs" answers>
      <Field
        name="tokenName"
        label={text.tokenName}
        hint={text.tokenNameHint}
        error={refused ? text.tokenNoName : null}
        narrow
        maxlength={80}
      />
      <Actions>
        <Button kind="quiet" name="act" value="token">
          {text.tokenMake}
        </Button>
      </Actions>
    </Form>
  )
}

/** A key that was just made. */
export function NewToken({ language, token }: { language: Language; token: string }) {
  const text = settingsText(language)
  return (
    <div class="kolom">
      <p>{text.tokenOnce}</p>
      <p class="sleutel">
        <code>{token}</code>
      </p>
      <CopyButton text={token} language={language} />
      <p>
        <a href="/settings">{text.back}</a>
      </p>
    </div>
  )
}

type MailProps = {
  language: Language
  mailIsOn: boolean
  standing: MailStanding
  /** whether this reader can send them again */
  mends: boolean
}

/** Whether mail leaves, and what did not arrive. */
export function Mail({ language, mailIsOn, standing, mends }: MailProps) {
  const text = settingsText(language)
  return (
    <Part id="mail" title={text.mailTitle}>
      <p>{mailIsOn ? text.mailOn : text.mailOff}</p>
      {standing.waiting > 0 && <p>{text.mailWaiting(standing.waiting)}</p>}
      {standing.failed.length > 0 && (
        <>
          <p>{text.mailFailed}</p>
          <ul class="regels">
            {standing.failed.map(({ to, at }) => (
              <li>
                {to} <small>{dayIn(at, language)}</small>
              </li>
            ))}
          </ul>
          {mends && <ArrowLink href="/settings/mail">{text.mailMend}</ArrowLink>}
        </>
      )}
    </Part>
  )
}
