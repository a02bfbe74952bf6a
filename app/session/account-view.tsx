import type { Child } from 'hono/jsx'
import { clock, dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { accountText } from './account-text.ts'
import { deviceParts } from './device.ts'

export type AccountProps = {
  language: Language
  /** The path of this page, to come back to after a change of language. */
  path: string
  name: string
  school: string
  sessions: readonly { id: string; device: string; shared: boolean; seenAt: Moment; isThis: boolean }[]
  /** Null where passkeys and the second step make no sense: in the demo school. */
  passkeys: readonly { id: string; device: string; usedAt: Moment | null }[] | null
  factor: FactorProps | null
  links: readonly LinkLine[]
  /** The piece that adds a passkey, where the browser can. */
  addPasskey: Child
  /** What higher rooms add. */
  more: Child
}

type FactorProps = {
  state: 'none' | 'started' | 'confirmed'
  confirmedAt: Moment | null
  resetAt: Moment | null
  resetBy: string | null
}

type LinkLine = {
  kind: string
  madeBy: string | null
  madeAt: Moment
  usedAt: Moment | null
  usedOn: string | null
}

const dayIn = (moment: Moment, language: Language) => longDay(dayOf(new Date(moment)), language)

export function deviceWords(device: string, language: Language) {
  const { browser, machine } = deviceParts(device)
  return accountText(language).device(browser, machine)
}

/** Everything about one's own way in. */
export function AccountView(props: AccountProps) {
  const text = accountText(props.language)
  return (
    <>
      <PageHead title={text.title} under={text.under(props.name, props.school)} />
      <LanguageSection {...props} />
      <Sessions {...props} />
      {props.passkeys && <Passkeys {...props} passkeys={props.passkeys} />}
      {props.factor && <Factor language={props.language} factor={props.factor} />}
      {props.more}
      <Links {...props} />
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="stapel mt" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function LanguageSection({ language, path }: AccountProps) {
  const text = accountText(language)
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <Section id="language" title={text.language}>
      <p>{language === 'nl' ? text.dutch : text.english}</p>
      <form action="/language" method="post" class="eenknop">
        <HiddenFields values={{ back: path, language: other }} />
        <button class="knop stil" type="submit" lang={other}>
          {other === 'nl' ? text.dutch : text.english}
        </button>
      </form>
    </Section>
  )
}

function Sessions({ language, sessions }: AccountProps) {
  const text = accountText(language)
  return (
    <Section id="sessions" title={text.sessions}>
      <p>{text.sessionsIntro}</p>
      <ul class="stapel">
        {sessions.map(({ id, device, shared, seenAt, isThis }) => (
          <li>
            <div class="rij">
              <span id={`session-${id}`}>
                <b>{deviceWords(device, language)}</b>
                {isThis && ` (${text.thisOne})`}
                {shared && `, ${text.shared}`}
                <br />
                <span class="zacht">{text.seen(dayIn(seenAt, language), clock(seenAt, language))}</span>
              </span>
              {!isThis && (
                <PostButton
                  action="/account/sessions"
                  kind="quiet"
                  hidden={{ end: id }}
                  describedBy={`session-${id}`}
                >
                  {text.end}
                </PostButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostButton action="/account/sessions" kind="quiet" hidden={{ end: 'others' }}>
          {text.endOthers}
        </PostButton>
      )}
    </Section>
  )
}

function Passkeys({
  language,
  passkeys,
  addPasskey,
}: AccountProps & { passkeys: NonNullable<AccountProps['passkeys']> }) {
  const text = accountText(language)
  return (
    <Section id="passkeys" title={text.passkeys}>
      <p>{text.passkeysIntro}</p>
      {passkeys.length === 0 && <p class="zacht">{text.noPasskeys}</p>}
      <ul class="stapel">
        {passkeys.map(({ id, device, usedAt }) => (
          <li>
            <div class="rij">
              <span id={`passkey-${id}`}>
                <b>{deviceWords(device, language)}</b>
                <br />
                <span class="zacht">
                  {usedAt ? text.passkeyUsed(dayIn(usedAt, language)) : text.passkeyNew}
                </span>
              </span>
              <PostButton
                action="/account/passkeys/remove"
                kind="quiet"
                hidden={{ id }}
                describedBy={`passkey-${id}`}
              >
                {text.removePasskey}
              </PostButton>
            </div>
          </li>
        ))}
      </ul>
      {addPasskey}
    </Section>
  )
}

function Factor({ language, factor }: { language: Language; factor: FactorProps }) {
  const text = accountText(language)
  const on = factor.state === 'confirmed'
  return (
    <Section id="second-factor" title={text.factor}>
      {factor.resetAt && (
        <Notice title={text.factorReset(factor.resetBy ?? text.server, dayIn(factor.resetAt, language))}>
          <p>{text.factorResetHelp}</p>
        </Notice>
      )}
      {!on && <p>{text.factorWhy}</p>}
      <p>{on && factor.confirmedAt ? text.factorOn(dayIn(factor.confirmedAt, language)) : text.factorOff}</p>
      <p>
        <LinkButton href="/account/second-factor" kind={on ? 'quiet' : 'main'}>
          {on ? text.factorDrop : text.factorStart}
        </LinkButton>
      </p>
    </Section>
  )
}

function Links({ language, links }: AccountProps) {
  const text = accountText(language)
  return (
    <Section id="links" title={text.links}>
      <p>{text.linksIntro}</p>
      {links.length === 0 && <p class="zacht">{text.noLinks}</p>}
      <ul class="stapel">
        {links.map((link) => (
          <li>{sentenceOfLink(link, language)}</li>
        ))}
      </ul>
    </Section>
  )
}

function sentenceOfLink({ kind, madeBy, madeAt, usedAt, usedOn }: LinkLine, language: Language) {
  const text = accountText(language)
  const made = kind === 'invitation' ? text.linkInvitation : text.linkShown
  const used = usedAt
    ? text.linkUsed(dayIn(usedAt, language), clock(usedAt, language), deviceWords(usedOn ?? '', language))
    : text.linkNotUsed
  return `${made(madeBy ?? text.school, dayIn(madeAt, language))} ${used}`
}
