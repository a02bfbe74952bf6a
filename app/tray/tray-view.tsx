import type { Child } from 'hono/jsx'
import type { QuestionEyes } from '../question/question-sheet.ts'
import type { TopicKey } from '../school/topic.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { type AnsweredProps, AnsweredView } from './answered-view.tsx'
import { type LyingProps, LyingView } from './lying-view.tsx'
import { type SmallSheet, SmallView } from './small-view.tsx'
import type { Lying } from './tray.ts'
import { TRAY } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'

export type TraySheet = {
  /** The calls that are too heavy, drawn by their own room. */
  readonly heavy: Child
  readonly waiting: readonly Lying[]
  readonly page: number
  readonly hasMore: boolean
  /** Which of them is open, with the form of an answer and joining. */
  readonly open: { readonly id: string; readonly form: Child } | null
  readonly tiedTo: (lying: Lying) => LyingProps['tied']
  readonly topicName: (key: TopicKey) => string
  readonly isShared: boolean
  readonly elsewhere: number
  readonly answered: Omit<AnsweredProps, 'eyes'>
  readonly small: SmallSheet
  readonly office: Child
  readonly patterns: Child
  readonly eyes: QuestionEyes
}

/** The tray: what is too heavy, what waits, what was answered; beside it small asks and office hours. */
export function TrayView(sheet: TraySheet) {
  const { eyes, waiting } = sheet
  const text = trayText(eyes.language)
  return (
    <div class="twee bak">
      <div class="kolom">
        {sheet.heavy}
        {waiting.map((lying) => (
          <LyingView
            lying={lying}
            eyes={eyes}
            tied={sheet.tiedTo(lying)}
            topic={lying.question.topic && sheet.topicName(lying.question.topic.key)}
            isShared={sheet.isShared}
            page={sheet.page}
          >
            {sheet.open?.id === lying.question.id ? sheet.open.form : undefined}
          </LyingView>
        ))}
        <Paging {...sheet} />
        <AnsweredView {...sheet.answered} eyes={eyes} />
        <p class="klaar">
          {!sheet.hasMore && waiting.length > 0 && `${text.nothingMore} `}
          {text.elsewhere(sheet.elsewhere)}
        </p>
      </div>
      <div class="kolom">
        <SmallView {...sheet.small} />
        {sheet.office}
        {sheet.patterns}
      </div>
    </div>
  )
}

function Paging({ page, hasMore, eyes }: TraySheet) {
  const text = trayText(eyes.language)
  if (page === 1 && !hasMore) return null
  return (
    <p class="rij">
      {page > 1 && <BackLink href={TRAY}>{text.earlier}</BackLink>}
      {hasMore && <ArrowLink href={`${TRAY}?page=${page + 1}`}>{text.more}</ArrowLink>}
    </p>
  )
}
