import { weekDay } from '../kernel/day.ts'
import { firstDay, lastDay } from '../kernel/school-year.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { dayAndMonth } from './circle-view.tsx'
import { proposalAbout } from './proposal.ts'
import type { YearMoment } from './year.ts'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

type MoveProps = {
  sheet: YearSheet
  moment: YearMoment
  /** As it was sent, or where it stands. */
  day: string
  no: YearNo | null
  /** The month from which one came, to go back to; '' for the circle. */
  month: string
}

/** Another day for one moment: it moves, or it is proposed to whose it is; else why not. */
export function MoveView({ sheet, moment, day, no, month }: MoveProps) {
  const { language, schoolYear } = sheet
  const text = yearActText(language)
  const act = actOf(sheet, moment)
  const title = titleOf(moment, language)
  const back = month ? `/year?month=${encodeURIComponent(month)}` : `/year?year=${schoolYear}`
  return (
    <>
      <PageHead
        title={act === 'propose' ? text.proposeTitle(title) : text.moveTitle(title)}
        under={text.nowOn(weekDay(moment.from, language))}
      />
      <p>
        <BackLink href={back}>{text.back}</BackLink>
      </p>
      {no && <Refused no={no} moment={moment} sheet={sheet} />}
      {act === 'move' || act === 'propose' ? (
        <MoveForm sheet={sheet} moment={moment} day={day} no={no} month={month} />
      ) : (
        <WhyNot sheet={sheet} moment={moment} />
      )}
    </>
  )
}

function Refused({ no, moment, sheet }: { no: YearNo; moment: YearMoment; sheet: YearSheet }) {
  const says = no.refused === 'may-not' ? whoseDay(moment, sheet) : null
  return (
    <Notice kind="refusal" title={yearActText(sheet.language).look}>
      <p>{says ?? yearSentence(no, sheet.language, sheet.terms)}</p>
    </Notice>
  )
}

/** Of an evaluation of a track: who chooses its day, by name. */
const whoseDay = ({ source, about }: YearMoment, { language }: YearSheet) =>
  source.kind === 'evaluation' && !source.isGoal && about ? yearActText(language).ownerChooses(about) : null

function MoveForm({ sheet, moment, day, no, month }: MoveProps) {
  const { language, schoolYear, terms } = sheet
  const text = yearActText(language)
  const proposes = actOf(sheet, moment) === 'propose'
  const open = proposalAbout(sheet.proposals, moment)
  const isOfDay = no !== null && 'field' in no && no.field !== undefined
  return (
    <Form action="/year/move" label={proposes ? text.propose : text.move}>
      <HiddenFields values={{ uid: moment.uid, from: moment.from, month }} />
      {proposes && <p>{text.proposeNote(moment.about)}</p>}
      {!proposes && moment.kind === 'evaluation' && <p class="noot">{text.inPlan}</p>}
      {open && <p class="noot">{text.lies(dayAndMonth(open.to, language))}</p>}
      <Field
        name="day"
        type="date"
        label={text.toDay}
        value={day}
        min={firstDay(schoolYear)}
        max={lastDay(schoolYear)}
        error={isOfDay && no ? yearSentence(no, language, terms) : null}
        narrow
      />
      <Button>{proposes ? text.propose : text.move}</Button>
    </Form>
  )
}

/** Of what this reader can't move: why, and who can. */
function WhyNot({ sheet, moment }: { sheet: YearSheet; moment: YearMoment }) {
  const because =
    moment.source.kind === 'evaluation'
      ? moment.source.isGoal
        ? 'by-amendment'
        : 'teacher-holds-pen'
      : 'few-plan'
  return (
    <Notice>
      <p>
        {whoseDay(moment, sheet) ??
          yearSentence({ refused: 'may-not', because }, sheet.language, sheet.terms)}
      </p>
    </Notice>
  )
}
