import { yearTitle } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { aboutText, sayFact, sayingText } from './fact-text.ts'
import { linesIn } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import { type ClaimChoices, type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }

/** What do we see: what was laid in, what the numbers offer, something to check, and something that can't be checked. */
export function DataPart({ sheet }: Props) {
  const text = talkText(sheet.language)
  const lines = linesIn(sheet.talk, 'data')
  return (
    <>
      <TalkLines lines={lines} sheet={sheet} />
      {lines.length === 0 && !sheet.writes && <p class="noot">{text.empty}</p>}
      {sheet.writes && (
        <>
          <Offers sheet={sheet} isOpen={lines.length === 0} />
          {sheet.claims && <ClaimForm sheet={sheet} claims={sheet.claims} />}
          {!sheet.claims && <p class="noot">{text.noNumbers}</p>}
          <AddLine part="data" sheet={sheet} />
        </>
      )}
    </>
  )
}

/** So many that they are read; the rest is one tap away. */
const A_HANDFUL = 5

function Offers({ sheet, isOpen }: Props & { isOpen: boolean }) {
  const text = talkText(sheet.language)
  if (sheet.offers.length === 0) return null
  const [first, rest] = [sheet.offers.slice(0, A_HANDFUL), sheet.offers.slice(A_HANDFUL)]
  return (
    <Fold summary={text.offers} id="aangeboden" open={isOpen}>
      <p class="noot">{text.offersNote}</p>
      <OfferList offers={first} sheet={sheet} />
      {rest.length > 0 && (
        <Fold summary={text.moreOffers(rest.length)} id="meer-aangeboden">
          <OfferList offers={rest} sheet={sheet} />
        </Fold>
      )}
    </Fold>
  )
}

const OfferList = ({ offers, sheet }: Props & { offers: TalkSheet['offers'] }) => (
  <ul class="aanbod">
    {offers.map(({ key, fact }) => (
      <li>
        <PostButton
          action={talkHref(sheet.talk, sheet.side)}
          hidden={{ act: 'fact', fact: key }}
          kind="quiet"
          icon="plus"
        >
          <span>{sayFact(sheet.language, fact)}</span>
        </PostButton>
      </li>
    ))}
  </ul>
)

/** A statement built of choices, checked against the numbers. */
function ClaimForm({ sheet, claims }: Props & { claims: ClaimChoices }) {
  const text = talkText(sheet.language).claim
  const tried = sheet.tried?.act === 'claim' ? sheet.tried : null
  const fields = tried?.fields ?? {}
  const errorAt = (name: string) => (tried && (tried.field ?? 'says') === name ? tried.sentence : null)
  const years = claims.years.map((year) => ({ value: year, label: yearTitle(year) }))
  return (
    <Fold summary={text.title} id="nakijken" open={tried !== null}>
      <Form action={talkHref(sheet.talk, sheet.side)} id="claim">
        <HiddenFields values={{ act: 'claim' }} />
        <SelectField
          name="about"
          label={text.about}
          value={fields['about'] ?? null}
          options={claims.abouts.map(({ key, about }) => ({
            value: key,
            label: aboutText(sheet.language, about),
          }))}
        />
        <SelectField
          name="year"
          label={text.year}
          value={fields['year'] ?? claims.year}
          options={years}
          error={errorAt('year')}
        />
        <SelectField
          name="says"
          label={text.says}
          value={fields['says'] ?? null}
          options={sayings(sheet, claims)}
          hint={claims.lines.some((line) => line !== 'ambition') ? text.linesHint : undefined}
          error={errorAt('says')}
        />
        <SelectField
          name="since"
          label={text.since}
          value={fields['since'] ?? null}
          none={text.yearBefore}
          options={years.slice(1)}
          error={errorAt('since')}
        />
        <Button kind="quiet">{text.button}</Button>
      </Form>
      <LayAfterAll sheet={sheet} />
    </Fold>
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
