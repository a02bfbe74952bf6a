import { clock } from '../kernel/day.ts'
import { capital } from '../kernel/sentence.ts'
import { Fold } from '../ui/details.tsx'
import { dayAndMonth } from './circle-view.tsx'
import type { Together } from './day-group.ts'
import { proposalAbout } from './proposal.ts'
import type { YearMoment } from './year.ts'
import type { YearLine } from './year-list.ts'
import { yearPageText } from './year-page-text.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

type WhatProps = { line: Exclude<YearLine, { kind: 'today' | 'free' }>; sheet: YearSheet }

/** What a line of the list tells, and the way to move it. */
export function What({ line, sheet }: WhatProps) {
  if (line.kind === 'together') return <TogetherLine together={line.together} sheet={sheet} />
  if (line.kind === 'alone') return <Alone moments={line.moments} sheet={sheet} />
  return <One moment={line.moment} sheet={sheet} />
}

/** What the team looks at in one go; folded which goals and tracks, each with its own way to another day. */
function TogetherLine({ together, sheet }: { together: Together; sheet: YearSheet }) {
  const text = yearPageText(sheet.language)
  const { meeting, occasion, evaluations } = together
  const title = text.occasion[occasion]
  const note = text.withTeam(evaluations.length)
  return (
    <>
      <div>
        <b>{meeting ? <a href={meeting.href}>{meeting.title || title}</a> : title}</b>
        <p>{[timeOf(meeting, sheet), note].filter((part) => part).join(' · ')}</p>
      </div>
      {sheet.acts.size > 0 && evaluations.length > 0 && (
        <Fold summary={text.which}>
          <ul class="samen">
            {evaluations.map((one) => (
              <li>
                <a href={one.href}>{titleOf(one, sheet.language)}</a>
                <Mover moment={one} sheet={sheet} name={null} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

const NAMED = 2

/** One or two by name in the line; more as a number, the names below. Each can be moved by itself. */
function Alone({ moments, sheet }: { moments: readonly YearMoment[]; sheet: YearSheet }) {
  const text = yearPageText(sheet.language)
  const [first] = moments
  if (!first) return null
  if (moments.length === 1) return <One moment={first} sheet={sheet} />
  const names = text.and(moments.map(({ about }) => about))
  const many = moments.length > NAMED
  return (
    <>
      <div>
        {many ? <b>{capital(text.evaluations(moments.length))}</b> : `${text.evaluations(1)} ${names}`}
        {many && <p>{names}</p>}
      </div>
      <div class="verzet allen">
        {moments.map((one) => (
          <Mover moment={one} sheet={sheet} name={one.about} />
        ))}
      </div>
    </>
  )
}

function One({ moment, sheet }: { moment: YearMoment; sheet: YearSheet }) {
  const { language } = sheet
  const text = yearPageText(language)
  const until = moment.to > moment.from ? text.until(dayAndMonth(moment.to, language)) : ''
  const notes = [timeOf(moment, sheet), until, moment.place, moment.note].filter((part) => part)
  const title = titleOf(moment, language)
  return (
    <>
      <div>
        {linksTo(moment, sheet) ? <a href={moment.href}>{title}</a> : title}
        {notes.length > 0 && <p>{notes.join(' · ')}</p>}
      </div>
      <Mover moment={moment} sheet={sheet} name={null} />
    </>
  )
}

/** An item is opened by who may change it; what comes from elsewhere is read there by everybody. */
const linksTo = (moment: YearMoment, sheet: YearSheet) => moment.source.kind !== 'item' || sheet.mayPlan

export function timeOf(moment: YearMoment | null, { language }: Pick<YearSheet, 'language'>) {
  if (!moment?.startsAt || !moment.endsAt) return ''
  return `${clock(moment.startsAt, language)}–${clock(moment.endsAt, language)}`
}

type MoverProps = {
  moment: YearMoment
  sheet: YearSheet
  /** Where several stand in one line: whose it is. */
  name: string | null
}

/** The way to another day, for who may move it or propose one; of what lies open the day that was proposed. */
function Mover({ moment, sheet, name }: MoverProps) {
  const { language, today } = sheet
  const text = yearPageText(language)
  const act = actOf(sheet, moment)
  if (moment.to < today || (act !== 'move' && act !== 'propose')) return null
  const open = proposalAbout(sheet.proposals, moment)
  const about = text.moveAbout(titleOf(moment, language), dayAndMonth(moment.from, language))
  return (
    <small class="verzet">
      <a href={moveHref(moment)}>
        {name ? `${text.move}: ${name}` : text.move}
        <span class="vh"> {about}</span>
      </a>
      {open && <span>{text.proposed(dayAndMonth(open.to, language))}</span>}
    </small>
  )
}

export const moveHref = ({ uid, from }: Pick<YearMoment, 'uid' | 'from'>) =>
  `/year/move?uid=${encodeURIComponent(uid)}&from=${from}`
