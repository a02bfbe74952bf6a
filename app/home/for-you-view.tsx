import type { Language } from '../kernel/language.ts'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { type Asked, AskLine, lineWithYear } from './ask-view.tsx'
import { forYouText } from './for-you-text.ts'

/** All that waits for somebody; empty when it is done. */
export function ForYouView({ language, asks }: { language: Language; asks: readonly Asked[] }) {
  const text = forYouText(language)
  return (
    <>
      <PageHead title={text.title} under={asks.length > 0 ? text.lead : undefined} />
      {asks.length === 0 ? (
        <Empty sentence={text.nothing} />
      ) : (
        <>
          <h2 class="vh">{text.all}</h2>
          <ol class="nu voorjou">
            {asks.map((asked, place) => (
              <AskLine line={lineWithYear(asked)} first={place === 0} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}
