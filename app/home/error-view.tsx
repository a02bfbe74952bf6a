import { LinkButton } from '../ui/button.tsx'
import { Front } from '../ui/front.tsx'
import { Page } from '../ui/page.tsx'
import type { Shell } from '../ui/shell.ts'
import { type ErrorStatus, errorText } from './error-text.ts'

export type ErrorProps = {
  shell: Shell
  status: ErrorStatus
  /** why, in words: for 403 the reason that the rights gave */
  reason?: string
  /** other words than the standing ones, where the caller knows better */
  words?: { title: string; text: string }
}

/** A calm page when something did not work. It needs nothing that could itself go wrong. */
export function ErrorView({ shell, status, reason, words }: ErrorProps) {
  const text = errorText(shell.language)
  const { title, text: advice } = words ?? text[status]
  const content = (
    <div class="mis">
      <h1>{title}</h1>
      {reason && <p class="regelzin">{reason}</p>}
      <p>{advice}</p>
      <p>
        <LinkButton href="/">{shell.who ? text.toToday : text.toFront}</LinkButton>
      </p>
    </div>
  )
  if (shell.who) {
    return (
      <Page shell={shell} title={title}>
        {content}
      </Page>
    )
  }
  return (
    <Front shell={shell} title={title}>
      {content}
    </Front>
  )
}
