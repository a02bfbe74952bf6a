import type { Child } from 'hono/jsx'
import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { ApiToken } from '../session/api-token-store.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, PostButton, Problems } from '../ui/form.tsx'
import { CopyButton } from '../ui/script-button.tsx'
import type { MailStanding } from './mail-standing-store.ts'
import { lbboHours, type School, type SchoolRefusal } from './school.ts'
import { schoolText } from './school-text.ts'
import { settingsText } from './settings-text.ts'

export type SettingsValues = {
  readonly name: string
  readonly brin: string
  readonly coordinatorWord: string
  readonly teacherWord: string
  readonly hours: string
  readonly pupils: string
  readonly retention: string
}

/** What the forms show of a stored school. Hours as the reader writes them: 12,5 in Dutch. */
export const settingsOf = (school: School, language: Language): SettingsValues => ({
  name: school.name,
  brin: school.brin ?? '',
  coordinatorWord: school.coordinatorWord,
  teacherWord: school.teacherWord,
  hours: school.hoursAWeek === null ? '' : numberIn(school.hoursAWeek, language),
  pupils: school.pupils === null ? '' : String(school.pupils),
  retention: String(school.retentionYears),
})

const numberIn = (number: number, language: Language) =>
  language === 'nl' ? String(number).replace('.', ',') : String(number)

type FormProps = { language: Language; values: SettingsValues; refusals: readonly SchoolRefusal[] }

const errorAt = ({ refusals, language }: FormProps, field: string) => {
  const refusal = refusals.find((one) => one.field === field)
  return refusal ? schoolText(language).refused[refusal.refused] : null
}

/** All refusals on top of the page, with a link to each field. */
export function SettingsProblems({ refusals, language }: Pick<FormProps, 'refusals' | 'language'>) {
  const { look, refused } = schoolText(language)
  return (
    <Problems
      title={look}
      problems={refusals.map((one) => ({ field: `f-${one.field ?? ''}`, text: refused[one.refused] }))}
    />
  )
}

/** One part of the settings with its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="blok kolom" aria-labelledby={id} id={`${id}-deel`}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** Name, BRIN and the words that the school chooses. */
export function SchoolForm(props: FormProps) {
  const { language, values } = props
  const text = schoolText(language)
  const words = (
    name: 'coordinatorWord' | 'teacherWord',
    choices: readonly { value: string; title: string }[],
  ) => <ChoiceGroup legend={text[name]} name={name} choices={choices} chosen={[values[name]]} />
  return (
    <Part id="school" title={settingsText(language).schoolTitle}>
      <Form action="/settings" labelledBy="school">
        <Field
          name="name"
          label={text.name}
          value={values.name}
          error={errorAt(props, 'name')}
          maxlength={80}
        />
        <Field
          name="brin"
          label={text.brin}
          hint={text.brinHint}
          value={values.brin}
          error={errorAt(props, 'brin')}
          optional={language}
          narrow
          maxlength={10}
        />
        {words('coordinatorWord', [
          { value: 'ib', title: text.ib },
          { value: 'kc', title: text.kc },
        ])}
        {words('teacherWord', [
          { value: 'leraar', title: text.leraar },
          { value: 'leerkracht', title: text.leerkracht },
        ])}
        <Actions>
          <Button name="act" value="school">
            {text.save}
          </Button>
        </Actions>
      </Form>
    </Part>
  )
}

/** Hours and pupils, with the norm beside them. */
export function FramesForm(props: FormProps & { school: School }) {
  const { language, values, school } = props
  const text = settingsText(language)
  const norm = school.pupils === null ? null : lbboHours(school.pupils)
  const tooFew = norm !== null && school.hoursAWeek !== null && school.hoursAWeek < norm
  return (
    <Part id="frames" title={text.framesTitle}>
      <p>{text.framesWhat}</p>
      <Form action="/settings" labelledBy="frames">
        <Field
          name="hours"
          label={text.hours}
          hint={text.hoursHint}
          value={values.hours}
          error={errorAt(props, 'hours')}
          optional={language}
          inputmode="decimal"
          narrow
          maxlength={8}
        />
        <Field
          name="pupils"
          label={text.pupils}
          value={values.pupils}
          error={errorAt(props, 'pupils')}
          optional={language}
          inputmode="numeric"
          narrow
          maxlength={8}
        />
        <p class="noot">
          {norm === null ? text.normGeneral : text.norm(numberIn(norm, language), String(school.pupils))}
        </p>
        {tooFew && <p class="noot">{text.underNorm(values.hours)}</p>}
        <Actions>
          <Button name="act" value="frames">
            {text.save}
          </Button>
        </Actions>
      </Form>
    </Part>
  )
}

/** The school's term for texts of who left. */
export function RetentionForm(props: FormProps) {
  const { language, values } = props
  const text = settingsText(language)
  return (
    <Part id="keeping" title={text.retentionTitle}>
      <Form action="/settings" labelledBy="keeping">
        <Field
          name="retention"
          label={text.retention}
          hint={text.retentionWhat}
          value={values.retention}
          error={errorAt(props, 'retention')}
          inputmode="numeric"
          narrow
          maxlength={3}
        />
        <Actions>
          <Button name="act" value="retention">
            {text.save}
          </Button>
        </Actions>
      </Form>
    </Part>
  )
}

type TokensProps = {
  language: Language
  tokens: readonly ApiToken[]
  because: string | null
  refused: boolean
}

/** The keys of programs: made here, shown once, revoked here. */
export function Tokens({ language, tokens, because, refused }: TokensProps) {
  const text = settingsText(language)
  const day = (moment: Moment) => longDay(dayOf(new Date(moment)), language)
  return (
    <Part id="programs" title={text.tokensTitle}>
      <p>{text.tokensWhat}</p>
      {because && <p class="noot">{because}</p>}
      {!because && tokens.length === 0 && <p class="noot">{text.noTokens}</p>}
      {tokens.length > 0 && (
        <ul class="regels">
          {tokens.map((token) => (
            <li>
              <p>
                <b>{token.name}</b>{' '}
                <small>
                  {text.tokenMade(day(token.createdAt), token.createdBy ?? '')},{' '}
                  {token.usedAt ? text.tokenUsed(day(token.usedAt)) : text.tokenUnused}
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
            </li>
          ))}
        </ul>
      )}
      {!because && (
        // The key is in the answer itself and nowhere else.
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
      )}
    </Part>
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

/** Whether mail leaves, and what did not arrive. */
export function Mail({
  language,
  mailIsOn,
  standing,
}: {
  language: Language
  mailIsOn: boolean
  standing: MailStanding
}) {
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
                {to} <small>{longDay(dayOf(new Date(at)), language)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

/** The demo school can be put back as it was. */
export function DemoReset({ language }: { language: Language }) {
  const text = settingsText(language)
  return (
    <Part id="demo" title={text.demoTitle}>
      <p>{text.demoWhat}</p>
      <PostButton action="/demo/reset" kind="quiet">
        {text.demoReset}
      </PostButton>
    </Part>
  )
}

/** Where the rest is kept. */
export const MoreLink = ({ language }: { language: Language }) => (
  <p class="rij knoppen">
    <LinkButton href="/team">{settingsText(language).more}</LinkButton>
  </p>
)
