import type { Day } from '../kernel/day.ts'
import { longDay } from '../kernel/day.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { adoptionText } from './adoption-text.ts'

/** Somebody's text that may go now, and the plan that it stands in. */
export type MayGo = {
  readonly entryId: string
  readonly name: string
  readonly from: Day
  readonly year: SchoolYear
}

/** The form that was refused: of which text, and why. */
export type EraseTrouble = { readonly entryId: string; readonly text: string }

export type EraseFormsProps = {
  mayGo: readonly MayGo[]
  action: string
  reader: Reader
  trouble: EraseTrouble | null
}

/** Texts of people who left, when the school's term has come: each with its own act and reason. */
export const EraseForms = ({ mayGo, action, reader: { language }, trouble }: EraseFormsProps) => {
  const text = adoptionText(language)
  return mayGo.map(({ entryId, name, from, year }) => (
    <Form action={action} label={`${text.erase}: ${name}, ${yearTitle(year)}`}>
      <h3>{`${name}, ${yearTitle(year)}`}</h3>
      <p>{text.eraseSay(name, longDay(from, language))}</p>
      <input type="hidden" name="entry" value={entryId} />
      <Field
        name="why"
        id={`why-${entryId}`}
        label={text.eraseWhy}
        error={trouble?.entryId === entryId ? trouble.text : null}
      />
      <Button kind="quiet" about={`: ${name}, ${yearTitle(year)}`}>
        {text.erase}
      </Button>
    </Form>
  ))
}
