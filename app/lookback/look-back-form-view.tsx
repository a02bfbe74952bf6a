import type { Child } from 'hono/jsx'
import { HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'

type LookFormProps = {
  sheet: LookSheet
  at: LookItem
  act: string
  /** Which theme, promise or poll of the item. */
  about?: string
  id?: string
  class?: string
  children: Child
}

/** One act of looking back as a form; what was not taken says why above its fields. */
export function LookForm({ sheet, at, act, about = '', id, class: className, children }: LookFormProps) {
  const text = lookBackText(sheet.words.language)
  const wrong = sheet.isTried(at, act, about) && sheet.tried?.field === null ? sheet.tried.says : null
  return (
    <form
      action={`${sheet.href}/look-back#i-${at.item.id}`}
      method="post"
      class={className ?? 'formulier'}
      id={id ?? [act, at.item.id, about].filter((part) => part).join('-')}
      novalidate
    >
      <HiddenFields values={{ act, item: at.item.id }} />
      {wrong && (
        <Notice kind="refusal" title={text.notSaved}>
          <p>{wrong}</p>
        </Notice>
      )}
      {children}
    </form>
  )
}
