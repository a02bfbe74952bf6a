import { clock, dayOf, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { BackLink, Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { importText } from './import-text.ts'
import { type Proposal, proposalField, SPANS } from './proposals.ts'
import { subjectOptions } from './subject-field-view.tsx'
import type { Names } from './subject-view.ts'
import { subjectKey } from './time.ts'
import { exactly } from './time-text.ts'

export const IMPORT_HREF = '/time/import'

type StartProps = { language: Language; span: string; says: string | null }

/** Choosing the file, with what is kept of it and what is not. */
export function ImportView({ language, span, says }: StartProps) {
  const text = importText(language)
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <BackLink href="/time">{text.back}</BackLink>
      </p>
      <Notice>
        <p>{text.promise}</p>
      </Notice>
      <Form action={IMPORT_HREF} id="agenda" label={text.title} upload answers>
        <Field name="file" type="file" accept=".ics,text/calendar" label={text.file} error={says} />
        <SelectField
          name="span"
          label={text.span}
          value={span}
          options={SPANS.map((weeks) => ({ value: String(weeks), label: text.spans[weeks] }))}
        />
        <Button>{text.read}</Button>
      </Form>
      <Fold summary={text.how}>
        <ul class="punten">
          <li>{text.howOutlook}</li>
          <li>{text.howGoogle}</li>
          <li>{text.howApple}</li>
        </ul>
      </Fold>
    </>
  )
}

/** What a calendar held, to confirm. Its titles are on this one screen, outside every field. */
export type ProposalsSheet = {
  readonly proposals: readonly Proposal[]
  readonly unreadable: number
  readonly names: Names
  /** What to do now, of a list that was not taken: by then the titles are forgotten. */
  readonly says: string | null
}

export function ProposalsView({ proposals, unreadable, names, says }: ProposalsSheet) {
  const text = importText(names.language)
  return (
    <>
      <PageHead title={text.choose} under={says === null ? text.promise : text.forgotten} />
      <p class="rij">
        <BackLink href="/time">{text.back}</BackLink>
      </p>
      {says && (
        <Notice kind="refusal" title={text.notTaken}>
          <p>{says}</p>
        </Notice>
      )}
      {proposals.length === 0 ? (
        <NothingFound unreadable={unreadable} language={names.language} />
      ) : (
        <p class="noot">
          {[text.found(proposals.length), text.leftOut, unreadable > 0 && text.unreadable(unreadable)]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {proposals.length > 0 && <List proposals={proposals} names={names} />}
      <LinkButton href={IMPORT_HREF}>{text.another}</LinkButton>
    </>
  )
}

/** What could not be read is said first: then nobody thinks that the weeks were empty. */
function NothingFound({ unreadable, language }: { unreadable: number; language: Names['language'] }) {
  const text = importText(language)
  if (unreadable === 0) return <Empty sentence={text.empty} />
  return (
    <Notice kind="refusal" title={text.unreadable(unreadable)}>
      <p>{text.nothingElse}</p>
    </Notice>
  )
}

function List({ proposals, names }: Pick<ProposalsSheet, 'proposals' | 'names'>) {
  const text = importText(names.language)
  const options = [{ value: '', label: text.leaveOut }, ...subjectOptions(names)]
  return (
    <Form action={IMPORT_HREF} id="voorstellen" class="voorstellen" label={text.choose} answers>
      <HiddenFields values={{ act: 'confirm' }} />
      <ol data-turbo-temporary="">
        {proposals.map((proposal, place) => (
          <li>
            <Row proposal={proposal} place={place} names={names} options={options} />
          </li>
        ))}
      </ol>
      <Actions>
        <Button>{text.confirm}</Button>
      </Actions>
    </Form>
  )
}

type RowProps = {
  proposal: Proposal
  place: number
  names: Names
  options: { value: string; label: string }[]
}

function Row({ proposal, place, names, options }: RowProps) {
  const { language } = names
  const text = importText(language)
  const { startsAt, minutes, title, subject, isThere, isEstimated } = proposal
  const when = text.when(
    weekDay(dayOf(new Date(startsAt)), language),
    clock(startsAt, language),
    exactly(minutes, language),
  )
  return (
    <>
      <p>
        <b>{title || text.noTitle}</b>
        <small>{when}</small>
      </p>
      {isThere ? (
        <p class="noot">{text.isThere}</p>
      ) : (
        <SelectField
          name={proposalField(proposal, place)}
          id={`k-${place}`}
          label={`${text.choose} ${title}, ${when}`}
          hiddenLabel
          hint={isEstimated ? text.isEstimated : undefined}
          value={subject ? subjectKey(subject) : ''}
          options={options}
        />
      )}
    </>
  )
}
