import { clock, type Day } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { timeText } from '../time/time-text.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { FieldError } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { answerText } from './answer-text.ts'
import { type SmallAsk, tallySmall } from './small-ask.ts'
import { smallText } from './small-text.ts'
import { SMALL } from './tray-sheet.ts'
import { dayWords } from './tray-words-view.ts'

type Props = {
  asks: readonly SmallAsk[]
  year: SchoolYear
  title: string
  /** Why wiping was not done. */
  says: string | null
  today: Day
  language: Language
}

const MOST_LINES = 200

/** The own small asks of a year: how often by kind and by what was said, and one by one. */
export function SmallListView(props: Props) {
  const { asks, title, language } = props
  const text = smallText(language)
  if (asks.length === 0) return <Empty sentence={text.empty} />
  const tally = tallySmall(asks)
  return (
    <div class="kolom">
      <section class="blok" aria-labelledby="jaar-kop">
        <h2 id="jaar-kop">{title}</h2>
        <p>{text.count(tally.count)}</p>
        <Table
          caption={text.kinds}
          head={[text.what, text.often]}
          figures={[1]}
          rows={tally.kinds.map(({ kind, count }) => [timeText(language).adHoc[kind], String(count)])}
        />
        <Table
          caption={text.answers}
          head={[text.what, text.often]}
          figures={[1]}
          rows={tally.answers.map(({ answer, count }) => [answerText(language).small[answer], String(count)])}
        />
        <ArrowLink href="/time/talk">{text.talk}</ArrowLink>
      </section>
      <Lines {...props} />
      <Wiping {...props} />
    </div>
  )
}

function Lines({ asks, year, today, language }: Props) {
  const text = smallText(language)
  return (
    <section class="blok" aria-labelledby="alles-kop">
      <h2 id="alles-kop">{text.all}</h2>
      <ul class="kleintjes">
        {asks.slice(0, MOST_LINES).map((one) => {
          const line = text.line(timeText(language).adHoc[one.kind], answerText(language).small[one.answer])
          return (
            <li>
              <time datetime={one.at}>
                {dayWords(one.day, today, language)}, {clock(one.at, language)}
              </time>
              <span>{line}</span>
              <PostButton
                action={`${SMALL}?year=${year}`}
                hidden={{ act: 'undo', small: one.id }}
                kind="link"
                about={line}
              >
                {text.undo}
              </PostButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Wiping({ year, says, language }: Props) {
  const text = smallText(language)
  return (
    <Fold summary={text.wipe(yearTitle(year))} open={says !== null}>
      <Form action={`${SMALL}?year=${year}`} id="wis" label={text.wipe(yearTitle(year))}>
        <HiddenFields values={{ act: 'wipe' }} />
        <p class="noot">{text.wipeNote}</p>
        <FieldError id="wis-error" text={says} />
        <Check name="sure" label={text.sure} />
        <Button kind="quiet">{text.wipe(yearTitle(year))}</Button>
      </Form>
    </Fold>
  )
}
