import { type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

/** Lets the page follow the talk while it goes on: the wall and each phone see what the others add. */
export function TalkLive({ sheet }: { sheet: TalkSheet }) {
  const { talk, side, language, tried } = sheet
  const { live: text } = talkText(language)
  if (!sheet.writes) return null
  const here = talkHref(talk, side)
  return (
    <live-feed
      id="live"
      data-feed={`${talkHref(talk)}/live`}
      data-revision={talk.revision}
      data-here={here}
      data-refused={tried ? 'yes' : undefined}
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
