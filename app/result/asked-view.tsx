import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Problems } from '../ui/form.tsx'
import type { Asked, AskedKind } from './asked.ts'
import { askedText } from './asked-text.ts'
import type { OtherPupils } from './import.ts'
import { wholeNumber } from './incoming-text.ts'

type AskedProps = {
  readonly asked: readonly Asked[]
  /** What came back without an answer. */
  readonly missing: readonly AskedKind[]
  readonly language: Language
}

/** What is still to be answered of a form that came back, each with the way to it. */
export function AskedProblems({ missing, language }: Pick<AskedProps, 'missing' | 'language'>) {
  const text = askedText(language)
  if (missing.length === 0) return null
  const problems = missing.map((asks) => ({ field: `${asks}-${FIRST[asks]}`, text: text[`${asks}Missing`] }))
  return <Problems title={text.problems} problems={problems} />
}

/** The answer that stands first: where a link to the question goes. */
const FIRST = { ours: 'take', others: 'leave' } as const

/** The questions of a file, inside its form. */
export function AskedFields({ asked, missing, language }: AskedProps) {
  const text = askedText(language)
  const errorOf = (asks: AskedKind) => (missing.includes(asks) ? text[`${asks}Missing`] : null)
  return (
    <>
      {asked.map((one) =>
        one.asks === 'ours' ? (
          <ChoiceGroup
            name="ours"
            legend={oursText(one, language)}
            error={errorOf('ours')}
            choices={[
              { value: 'take', title: text.oursTake, note: text.oursTakeNote },
              { value: 'leave', title: text.leave },
            ]}
          />
        ) : (
          <ChoiceGroup
            name="others"
            legend={othersText(one.found, language)}
            error={errorOf('others')}
            choices={[
              { value: 'leave', title: text.othersLeave, note: text.othersLeaveNote },
              { value: 'take', title: text.othersTake, note: text.othersTakeNote },
            ]}
          />
        ),
      )}
    </>
  )
}

type Ours = Extract<Asked, { asks: 'ours' }>

function oursText({ others, own, isAlsoOwn }: Ours, language: Language): string {
  const text = askedText(language)
  const names = new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(others)
  return isAlsoOwn ? text.oursToo(names, own) : text.ours(names, own)
}

function othersText({ place, isNobody }: OtherPupils, language: Language): string {
  const text = askedText(language)
  const { subject, test, moment, yearGroup, schoolYear, pupils } = place
  const name = test === subject ? test : `${test} (${subject})`
  const where = text.place(name, text.moment[moment], yearGroup, yearTitle(schoolYear))
  return text.others(where, wholeNumber(language, pupils), pupils === 1, isNobody)
}
