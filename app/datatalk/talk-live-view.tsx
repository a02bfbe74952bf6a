import { liveText } from '../meeting/live-text.ts'
import { LiveLine } from '../ui/live-line.tsx'
import { type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

/** Lets the page follow the talk while it goes on: the wall and each phone see what the others add. */
export function TalkLive({ sheet: { talk, side, language, tried, writes } }: { sheet: TalkSheet }) {
  if (!writes) return null
  return (
    <LiveLine
      feed={`${talkHref(talk)}/live`}
      revision={talk.revision}
      here={talkHref(talk, side)}
      words={{ ...liveText(language), ...talkText(language).live }}
      refused={tried !== null}
    />
  )
}
