import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { liveText } from './live-text.ts'

export type LiveFeedProps = {
  meetingId: MeetingId
  /** of the scene that this page is drawn from */
  revision: number
  /** path and question of this page, as it is asked for again; without what tells of something just now */
  here: string
  language: Language
  /** how it stands, in one sentence without counts: read aloud when it changes */
  says?: string
  /** a form on this page was refused: it stays as it is until it is sent again */
  refused?: boolean
  /** the screen of who leads: hears first */
  front?: boolean
}

/** Lets a page follow the meeting; once, inside `<main>`. Without script it says how one sees what is new. */
export function LiveFeed({ meetingId, revision, here, language, says, refused, front }: LiveFeedProps) {
  const text = liveText(language)
  return (
    <live-feed
      id="live"
      data-feed={`/meeting/${meetingId}/live${front ? '?lane=front' : ''}`}
      data-revision={revision}
      data-here={here}
      data-says={says}
      data-refused={refused ? 'yes' : undefined}
      data-lost={text.lost}
      data-news={text.news}
      data-show={text.show}
      data-typed={text.typed}
      data-fine={text.fine}
    >
      <p class="volglijn" data-line hidden></p>
      <noscript>
        <p class="volglijn">
          {text.reload} <a href={here}>{text.again}</a>
        </p>
      </noscript>
    </live-feed>
  )
}
