import type { Child } from 'hono/jsx'
import { ArrowLink } from './button.tsx'
import type { IconName } from './icon-shapes.ts'
import { Icon } from './icons.tsx'
import type { NoticeKind, ShellNotice } from './shell.ts'

const ICONS: Record<NoticeKind, IconName> = { good: 'check', plain: 'info', refusal: 'speech' }

export type NoticeProps = {
  /** `refusal`: what could not be done and what to do now; never red */
  kind?: NoticeKind
  title?: string
  id?: string
  children?: Child
}

/** One thing to know, in the flow of the page; it does not vanish by itself. */
export function Notice({ kind = 'plain', title, id, children }: NoticeProps) {
  return (
    <div class={kind === 'refusal' ? 'melding weigering' : 'melding'} id={id}>
      <Icon name={ICONS[kind]} />
      <div>
        {title && <p class="kernzin">{title}</p>}
        {children}
      </div>
    </div>
  )
}

/** The place for what happened just now; always on the page, so that a screen reader hears it change. */
export function StatusNotice({ notice }: { notice?: ShellNotice | null }) {
  return (
    <div id="status" role="status">
      {notice && (
        <Notice kind={notice.kind} title={notice.text}>
          {notice.next && <ArrowLink href={notice.next.href}>{notice.next.label}</ArrowLink>}
        </Notice>
      )}
    </div>
  )
}

/** An empty state: one sentence, at most one action, and a thread that ends in an open knot. */
export function Empty({ sentence, children }: { sentence: string; children?: Child }) {
  return (
    <div class="leegte">
      <p>{sentence}</p>
      {children}
    </div>
  )
}
