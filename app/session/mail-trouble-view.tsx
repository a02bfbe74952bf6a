import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { Actions, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { mailTroubleText } from './mail-trouble-text.ts'

export type Letter = {
  id: string
  kind: string
  to: string
  failedAt: Moment
  went: 'later' | 'refused' | 'unsure'
  why: string
  canGoAgain: boolean
}

/** The letters that were given up, each with what may be done. */
export function MailTroubleView({ language, letters }: { language: Language; letters: readonly Letter[] }) {
  const text = mailTroubleText(language)
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      {letters.length === 0 && <Empty sentence={text.none} />}
      <ul class="stapel">
        {letters.map((letter) => (
          <li>
            <LetterLine letter={letter} language={language} />
          </li>
        ))}
      </ul>
    </>
  )
}

function LetterLine({ letter, language }: { letter: Letter; language: Language }) {
  const text = mailTroubleText(language)
  const kind = Object.hasOwn(text.kinds, letter.kind)
    ? text.kinds[letter.kind as keyof typeof text.kinds]
    : text.other
  const id = `letter-${letter.id}`
  const button = { action: '/settings/mail', kind: 'quiet', describedBy: id } as const
  return (
    <>
      <b id={id}>{text.line(kind, letter.to, longDay(dayOf(new Date(letter.failedAt)), language))}</b>
      <p>
        {text.went[letter.went]} {letter.canGoAgain ? '' : text.over}
        {letter.why && (
          <>
            <br />
            <span class="zacht">{text.said(letter.why)}</span>
          </>
        )}
      </p>
      <Actions>
        {letter.canGoAgain && (
          <PostButton {...button} hidden={{ id: letter.id, act: 'again' }}>
            {text.again}
          </PostButton>
        )}
        <PostButton {...button} hidden={{ id: letter.id, act: 'drop' }}>
          {text.drop}
        </PostButton>
      </Actions>
    </>
  )
}
