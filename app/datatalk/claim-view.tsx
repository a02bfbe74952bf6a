import { yearTitle } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { aboutText, sayingText } from './fact-text.ts'
import { type ClaimChoices, type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }
type ClaimProps = Props & { claims: ClaimChoices }

/** A statement built of choices, checked against the numbers. */
export function ClaimForm({ sheet, claims }: ClaimProps) {
  const text = talkText(sheet.language).claim
  return (
    <Fold summary={text.title} id="nakijken" open={sheet.tried?.act === 'claim'}>
      <Form action={talkHref(sheet.talk, sheet.side)} id="claim">
        <HiddenFields values={{ act: 'claim' }} />
        <AboutFields sheet={sheet} claims={claims} />
        <SaysFields sheet={sheet} claims={claims} />
        <Button kind="quiet">{text.button}</Button>
      </Form>
      <LayAfterAll sheet={sheet} />
    </Fold>
  )
}

/** What was chosen before, and the sentence at the choice that it is about. */
function triedIn({ tried }: TalkSheet) {
  const own = tried?.act === 'claim' ? tried : null
  return {
    was: (name: string) => own?.fields[name] ?? null,
    errorAt: (name: string) => (own && (own.field ?? 'says') === name ? own.sentence : null),
  }
}

const yearsIn = ({ years }: ClaimChoices) => years.map((year) => ({ value: year, label: yearTitle(year) }))

/** Of what, and in which year. */
function AboutFields({ sheet, claims }: ClaimProps) {
  const text = talkText(sheet.language).claim
  const { was, errorAt } = triedIn(sheet)
  return (
    <>
      <SelectField
        name="about"
        label={text.about}
        value={was('about')}
        options={claims.abouts.map(({ key, about }) => ({
          value: key,
          label: aboutText(sheet.language, about),
        }))}
      />
      <SelectField
        name="year"
        label={text.year}
        value={was('year') ?? claims.year}
        options={yearsIn(claims)}
        error={errorAt('year')}
      />
    </>
  )
}

/** What one thinks, and beside which year. */
function SaysFields({ sheet, claims }: ClaimProps) {
  const text = talkText(sheet.language).claim
  const { was, errorAt } = triedIn(sheet)
  return (
    <>
      <SelectField
        name="says"
        label={text.says}
        value={was('says')}
        options={sayings(sheet, claims)}
        hint={claims.lines.some((line) => line !== 'ambition') ? text.linesHint : undefined}
        error={errorAt('says')}
      />
      <SelectField
        name="since"
        label={text.since}
        value={was('since')}
        none={text.yearBefore}
        options={yearsIn(claims).slice(1)}
        error={errorAt('since')}
      />
    </>
  )
}

const sayings = ({ language }: TalkSheet, { lines }: ClaimChoices) => [
  ...(['up', 'down', 'same'] as const).map((way) => ({
    value: way as string,
    label: capital(sayingText(language, { way, since: null })),
  })),
  ...lines.flatMap((line) =>
    (['above', 'below'] as const).map((side) => ({
      value: `${side} ${line}`,
      label: capital(sayingText(language, { side, line })),
    })),
  ),
]

/** It is not so: what the numbers do say can be laid in with one tap. */
function LayAfterAll({ sheet }: Props) {
  const { tried } = sheet
  if (tried?.act !== 'claim' || tried.fact === null) return null
  const { about = '', year = '', says = '', since = '' } = tried.fields
  return (
    <PostButton
      action={talkHref(sheet.talk, sheet.side)}
      hidden={{ act: 'fact', about, year, says, since }}
      icon="plus"
    >
      {talkText(sheet.language).claim.layTrue}
    </PostButton>
  )
}
