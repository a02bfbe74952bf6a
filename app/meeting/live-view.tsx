import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { LiveLine, type LiveLineProps } from '../ui/live-line.tsx'
import { liveText } from './live-text.ts'

export type LiveFeedProps = Omit<LiveLineProps, 'feed' | 'words'> & {
  meetingId: MeetingId
  language: Language
  /** the screen of who leads: hears first */
  front?: boolean
}

/** Lets a page follow the meeting. */
export const LiveFeed = ({ meetingId, language, front, ...line }: LiveFeedProps) => (
  <LiveLine
    {...line}
    feed={`/meeting/${meetingId}/live${front ? '?lane=front' : ''}`}
    words={liveText(language)}
  />
)
