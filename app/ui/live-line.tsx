/** What a page that follows something says of it. */
export type LiveWords = {
  /** the line is gone, and is tried again */
  readonly lost: string
  /** something changed while one was typing, and the button that shows it */
  readonly news: string
  readonly show: string
  /** what was typed is given back, and may go */
  readonly typed: string
  readonly fine: string
  /** without script: the page stays as it is, and the link that asks for it again */
  readonly reload: string
  readonly again: string
}

export type LiveLineProps = {
  /** address of the feed that says a higher number when there is something new */
  feed: string
  /** the number of what this page is drawn from */
  revision: number
  /** path and question of this page, as it is asked for again; without what tells of something just now */
  here: string
  words: LiveWords
  /** how it stands, in one sentence without counts: read aloud when it changes */
  says?: string
  /** a form on this page was refused: it stays as it is until it is sent again */
  refused?: boolean
}

/** Lets a page follow what it shows; once, inside `<main>`. Without script it says how one sees what is new. */
export function LiveLine({ feed, revision, here, words, says, refused }: LiveLineProps) {
  return (
    <live-feed
      id="live"
      data-feed={feed}
      data-revision={revision}
      data-here={here}
      data-says={says}
      data-refused={refused ? 'yes' : undefined}
      data-lost={words.lost}
      data-news={words.news}
      data-show={words.show}
      data-typed={words.typed}
      data-fine={words.fine}
    >
      <p class="volglijn" data-line hidden></p>
      <noscript>
        <p class="volglijn">
          {words.reload} <a href={here}>{words.again}</a>
        </p>
      </noscript>
    </live-feed>
  )
}
