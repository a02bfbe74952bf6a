import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { MeetingPhase } from '../meeting/meeting.ts'
import { capital } from '../plan/plan-text.ts'
import { ArrowLink } from '../ui/button.tsx'
import { forYouMeetingText } from './for-you-meeting-text.ts'

type Next = {
  readonly id: MeetingId
  readonly title: string
  readonly startsAt: Moment
  readonly place: string
  readonly phase: MeetingPhase
}

type MeetingBlockProps = {
  /** The meeting that runs, else the next one. */
  next: Next | null
  language: Language
}

/** The next meeting of the team on Vandaag, and the way to all of them. */
export function MeetingBlock({ next, language }: MeetingBlockProps) {
  const text = forYouMeetingText(language)
  return (
    <section class="blok" aria-labelledby="meeting">
      <h2 id="meeting">{text.block}</h2>
      {next === null ? (
        <p class="noot">{text.none}</p>
      ) : (
        <>
          <a
            class="dagregel"
            href={next.phase === 'running' ? `/meeting/${next.id}/phone` : `/meeting/${next.id}`}
          >
            {next.title}
          </a>
          <p class="noot">{next.phase === 'running' ? text.isRunning : whenAndWhere(next, language)}</p>
        </>
      )}
      <p class="mt">
        <ArrowLink href="/meetings">{text.all}</ArrowLink>
      </p>
    </section>
  )
}

function whenAndWhere({ startsAt, place }: Next, language: Language) {
  const day = capital(weekDay(dayOf(new Date(startsAt)), language))
  return forYouMeetingText(language).at(day, clock(startsAt, language), place)
}
