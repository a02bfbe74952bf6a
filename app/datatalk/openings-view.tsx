import type { Language, Terms } from '../kernel/language.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import type { NoPlace } from './openings.ts'
import { openingsText } from './openings-text.ts'

type Words = { readonly language: Language; readonly terms: Terms }
type NoPlaceProps = Words & {
  readonly noPlace: NoPlace
  /** Whether there is a meeting to talk about it in meanwhile. */
  readonly hasMeeting: boolean
}

/** No plan takes a goal now: why that is, and what to do. */
export function NoPlaceNote({ noPlace: { why, mayBegin }, hasMeeting, language, terms }: NoPlaceProps) {
  const text = openingsText(language)
  const year = why.because === 'no-plan' ? why.year : why.plan.schoolYear
  return (
    <div class="gesprekdoel">
      <p>{text.because[why.because](year)}</p>
      {why.because !== 'no-plan' && (
        <ArrowLink href={`/plan/${why.plan.id}`}>{text.see(why.plan.schoolYear)}</ArrowLink>
      )}
      {why.year !== null && mayBegin && <LinkButton href="/plan/new">{text.begin(why.year)}</LinkButton>}
      <p class="noot">
        {[
          ...(why.year !== null && !mayBegin ? [text.waits(terms)] : []),
          text.kept,
          ...(hasMeeting ? [text.onAgenda] : []),
        ].join(' ')}
      </p>
    </div>
  )
}

/** No meeting is ahead: who plans one, or the way to it. */
export function NoMeetingNote({ mayPlan, language, terms }: Words & { readonly mayPlan: boolean }) {
  const text = openingsText(language)
  return (
    <>
      <p class="noot">{mayPlan ? text.noMeeting : `${text.noMeeting} ${text.whoPlans(terms)}`}</p>
      {mayPlan && (
        <LinkButton href="/meetings/new" icon="calendar">
          {text.planMeeting}
        </LinkButton>
      )}
    </>
  )
}

/** On the agenda of which meeting it stands. */
export const OnAgenda = ({
  meeting,
  language,
}: {
  meeting: { readonly id: string; readonly title: string; readonly when: string }
  language: Language
}) => (
  <p>
    {openingsText(language).on}{' '}
    <a href={`/meeting/${meeting.id}`}>
      {meeting.title}, {meeting.when}
    </a>
    .
  </p>
)
