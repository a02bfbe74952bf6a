import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { subjectName } from '../result/subject-name.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { type Option, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import type { TalkHead } from './talk.ts'
import { TALKS, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

/** What the list of talks is drawn from, for one reader. */
export type TalksSheet = {
  readonly talks: readonly { readonly talk: TalkHead; readonly title: string }[]
  /** With whom this reader can begin a talk. */
  readonly teams: readonly Option[]
  readonly subjects: readonly string[]
  readonly tried: Readonly<Record<string, string | undefined>>
  readonly language: Language
}

/** The talks that one may read, and beginning one. */
export function TalksView({ sheet }: { sheet: TalksSheet }) {
  const text = talkText(sheet.language)
  return (
    <div class="gesprekken">
      <p class="rij">
        <BackLink href="/trends">{text.toTrends}</BackLink>
      </p>
      <section class="blok" aria-labelledby="k-gesprekken">
        <h2 id="k-gesprekken">{text.list}</h2>
        {sheet.talks.length === 0 ? (
          <Empty sentence={sheet.teams.length > 0 ? text.none : text.noneYet} />
        ) : (
          <ul class="gesprekslijst">
            {sheet.talks.map((one) => (
              <TalkRow {...one} language={sheet.language} />
            ))}
          </ul>
        )}
      </section>
      {sheet.teams.length > 0 && <Begin sheet={sheet} />}
    </div>
  )
}

type RowProps = TalksSheet['talks'][number] & { language: Language }

function TalkRow({ talk, title, language }: RowProps) {
  const text = talkText(language)
  const day = longDay(dayOf(new Date(talk.begunAt)), language)
  const notes = [
    text.begun(day),
    talk.endedAt === null ? text.runs : text.ended,
    ...(talk.sharedAt === null ? [] : [text.shared]),
  ]
  return (
    <li>
      <a href={talkHref(talk)}>{title}</a>
      <p class="noot">{notes.join(' · ')}</p>
    </li>
  )
}

/** The learning team that is called after the subject that one came with. */
const ownTeam = ({ teams, tried: { subject }, language }: TalksSheet): string | null =>
  (subject && teams.find(({ label }) => isNamedAfter(label, subject, language))?.value) || null

const isNamedAfter = (team: string, subject: string, language: Language) =>
  [subject, subjectName(language, subject)].some((name) => team.toLowerCase().includes(name.toLowerCase()))

/** The subject after which the first learning team is called: one tap less. */
const ownSubject = ({ teams: [first], subjects, language }: TalksSheet): string | null =>
  subjects.find((subject) => first && isNamedAfter(first.label, subject, language)) ?? null

function Begin({ sheet }: { sheet: TalksSheet }) {
  const { begin: text, together } = talkText(sheet.language)
  const { tried } = sheet
  return (
    <section class="blok" aria-labelledby="k-begin">
      <h2 id="k-begin">{text.title}</h2>
      <Form action={TALKS} id="begin">
        <HiddenFields values={{ act: 'begin' }} />
        <SelectField
          name="team"
          label={text.team}
          value={tried['team'] ?? ownTeam(sheet)}
          options={sheet.teams}
        />
        <SelectField
          name="subject"
          label={text.subject}
          value={tried['subject'] ?? ownSubject(sheet)}
          none={together}
          options={sheet.subjects.map((subject) => ({
            value: subject,
            label: subjectName(sheet.language, subject),
          }))}
        />
        <Button>{text.button}</Button>
      </Form>
    </section>
  )
}
