import type { Day } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { personText } from './person-text.ts'
import { yearsToChoose } from './school.ts'
import { CoordinatorWordField, NameFields } from './school-fields-view.tsx'
import { schoolText } from './school-text.ts'
import type { SetupReason } from './setup.ts'
import { setupText } from './setup-text.ts'

/** What the form of the first step shows: what was typed, or what was stored before. */
export type SetupValues = {
  readonly code: string
  readonly name: string
  readonly brin: string
  readonly year: string
  readonly coordinatorWord: string
  readonly person: string
  readonly email: string
}

export type SetupSchoolProps = {
  language: Language
  today: Day
  values: SetupValues
  /** whether the code of the server is asked */
  asksCode: boolean
  /** what stands in the way of the code, in words */
  codeProblem?: string | null
  refusals: readonly Refusal<SetupReason>[]
}

/** The first step: the school, and who you are. */
export function SetupSchoolView(props: SetupSchoolProps) {
  const { language, values } = props
  const text = setupText(language)
  const errorAt = errorsOf(props)
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <Form action="/setup">
        <SetupProblems {...props} />
        {props.asksCode && <CodeField {...props} />}
        <NameFields {...{ language, values, errorAt }} />
        <YearField {...{ language, today: props.today, value: values.year, error: errorAt('year') }} />
        <CoordinatorWordField language={language} value={values.coordinatorWord} />
        <h2>{text.you}</h2>
        <p class="noot">{text.youHint}</p>
        <YouFields {...{ language, values, errorAt }} />
        <Actions>
          <Button>{text.next}</Button>
        </Actions>
      </Form>
    </>
  )
}

const sentencesIn = (language: Language) => ({
  ...schoolText(language).refused,
  ...personText(language).refused,
  'person-name-empty': setupText(language).yourNameEmpty,
})

const errorsOf =
  ({ language, refusals }: SetupSchoolProps) =>
  (field: string) => {
    const refusal = refusals.find((one) => one.field === field)
    return refusal ? sentencesIn(language)[refusal.refused] : null
  }

function SetupProblems({ language, refusals, codeProblem }: SetupSchoolProps) {
  const sentences = sentencesIn(language)
  const problems = [
    ...(codeProblem ? [{ field: 'f-code', text: codeProblem }] : []),
    ...refusals.map(({ refused, field }) => ({ field: `f-${field ?? ''}`, text: sentences[refused] })),
  ]
  return <Problems title={schoolText(language).look} problems={problems} />
}

function CodeField({ language, values, codeProblem }: SetupSchoolProps) {
  const text = setupText(language)
  return (
    <Field
      name="code"
      label={text.code}
      hint={text.codeHint}
      value={values.code}
      error={codeProblem}
      autocomplete="off"
      narrow
      maxlength={40}
    />
  )
}

type YearProps = { language: Language; today: Day; value: string; error: string | null }

function YearField({ language, today, value, error }: YearProps) {
  const text = schoolText(language)
  const years = yearsToChoose(today)
  return (
    <ChoiceGroup
      legend={text.year}
      name="year"
      id="f-year"
      choices={years.map((year) => ({ value: year, title: yearTitle(year), note: text.yearRuns }))}
      chosen={[value === '' ? years[0] : value]}
      error={error}
    />
  )
}

type YouProps = { language: Language; values: SetupValues; errorAt: (field: string) => string | null }

function YouFields({ language, values, errorAt }: YouProps) {
  const text = setupText(language)
  return (
    <>
      <Field
        name="person"
        label={text.yourName}
        value={values.person}
        error={errorAt('person')}
        autocomplete="name"
        maxlength={80}
      />
      <Field
        name="email"
        type="email"
        inputmode="email"
        label={text.yourEmail}
        hint={text.yourEmailHint}
        value={values.email}
        error={errorAt('email')}
        autocomplete="email"
        maxlength={254}
      />
    </>
  )
}
