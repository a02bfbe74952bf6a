import type { Language } from '../kernel/language.ts'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { schoolText } from './school-text.ts'

type FieldsProps = {
  language: Language
  values: { readonly name: string; readonly brin: string }
  errorAt: (field: string) => string | null
}

/** What the school is called, in the set-up and in the settings. */
export function NameFields({ language, values, errorAt }: FieldsProps) {
  const text = schoolText(language)
  return (
    <>
      <Field
        name="name"
        label={text.name}
        value={values.name}
        error={errorAt('name')}
        autocomplete="organization"
        maxlength={80}
      />
      <Field
        name="brin"
        label={text.brin}
        hint={text.brinHint}
        value={values.brin}
        error={errorAt('brin')}
        optional={language}
        narrow
        maxlength={10}
        autocomplete="off"
      />
    </>
  )
}

/** What the school calls who keeps the plan together. */
export function CoordinatorWordField({ language, value }: { language: Language; value: string }) {
  const text = schoolText(language)
  return (
    <ChoiceGroup
      legend={text.coordinatorWord}
      name="coordinatorWord"
      choices={[
        { value: 'ib', title: text.ib },
        { value: 'kc', title: text.kc },
      ]}
      chosen={[value === 'kc' ? 'kc' : 'ib']}
    />
  )
}

/** What the school calls who teaches a group. */
export function TeacherWordField({ language, value }: { language: Language; value: string }) {
  const text = schoolText(language)
  return (
    <ChoiceGroup
      legend={text.teacherWord}
      name="teacherWord"
      choices={[
        { value: 'leraar', title: text.leraar },
        { value: 'leerkracht', title: text.leerkracht },
      ]}
      chosen={[value === 'leerkracht' ? 'leerkracht' : 'leraar']}
    />
  )
}
