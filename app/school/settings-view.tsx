import type { Language } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, PostButton, Problems } from '../ui/form.tsx'
import { lbboHours, type School, type SchoolRefusal } from './school.ts'
import { CoordinatorWordField, NameFields, TeacherWordField } from './school-fields-view.tsx'
import { schoolText } from './school-text.ts'
import { Part } from './settings-part-view.tsx'
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

/** Name, BRIN and the words that the school chooses. */
export function SchoolForm(props: FormProps) {
  const { language, values } = props
  return (
    <Part id="school" title={settingsText(language).schoolTitle}>
      <Form action="/settings" labelledBy="school">
        <NameFields {...{ language, values }} errorAt={(field) => errorAt(props, field)} />
        <CoordinatorWordField language={language} value={values.coordinatorWord} />
        <TeacherWordField language={language} value={values.teacherWord} />
        <Save act="school" language={language} />
      </Form>
    </Part>
  )
}

const Save = ({ act, language }: { act: string; language: Language }) => (
  <Actions>
    <Button name="act" value={act}>
      {settingsText(language).save}
    </Button>
  </Actions>
)

/** Hours and pupils, with the norm beside them. */
export function FramesForm(props: FormProps & { school: School; coordinator: string }) {
  const { language, values, school } = props
  const text = settingsText(language)
  const common = { optional: language, narrow: true, maxlength: 8 }
  return (
    <Part id="frames" title={text.framesTitle}>
      <p>{text.framesWhat(props.coordinator)}</p>
      <Form action="/settings" labelledBy="frames">
        <Field
          name="hours"
          label={text.hours}
          hint={text.hoursHint}
          value={values.hours}
          error={errorAt(props, 'hours')}
          inputmode="decimal"
          {...common}
        />
        <Field
          name="pupils"
          label={text.pupils}
          value={values.pupils}
          error={errorAt(props, 'pupils')}
          inputmode="numeric"
          {...common}
        />
        <Norm school={school} language={language} />
        <Save act="frames" language={language} />
      </Form>
    </Part>
  )
}

/** The norm, and whose question it is when there are fewer hours. */
function Norm({ school: { pupils, hoursAWeek }, language }: { school: School; language: Language }) {
  const text = settingsText(language)
  if (pupils === null) return <p class="noot">{text.normGeneral}</p>
  const norm = lbboHours(pupils)
  return (
    <>
      <p class="noot">{text.norm(numberIn(norm, language), String(pupils))}</p>
      {hoursAWeek !== null && hoursAWeek < norm && (
        <p class="noot">{text.underNorm(numberIn(hoursAWeek, language))}</p>
      )}
    </>
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
        <Save act="retention" language={language} />
      </Form>
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

/** To whom one goes when somebody is not safe has a page of its own. */
export const SafeLink = ({ language }: { language: Language }) => (
  <Part id="safe" title={settingsText(language).safeTitle}>
    <p>{settingsText(language).safeWhat}</p>
    <p>
      <LinkButton href="/settings/safe">{settingsText(language).safeLink}</LinkButton>
    </p>
  </Part>
)

/** Where the rest is kept. */
export const MoreLink = ({ language }: { language: Language }) => (
  <p class="rij knoppen">
    <LinkButton href="/team">{settingsText(language).more}</LinkButton>
  </p>
)
