import type { Child } from 'hono/jsx'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import type { Leading } from './board.ts'

type ActProps = ButtonProps & {
  at: Leading
  act: string
  fields?: Record<string, string>
}

/** One act as one button with a form of its own; `id` names what it is about, so that a page drawn anew keeps it. */
export function Act({ at, act, fields = {}, ...button }: ActProps) {
  const id = ['leid', act, ...Object.values(fields), at.mark.item ?? 'tussen', at.mark.stage ?? 'tekst'].join(
    '-',
  )
  return (
    <form action={`${at.href}/act`} method="post" class="eenknop" id={id}>
      <HiddenFields values={{ act, ...placeOf(at), ...fields }} />
      <Button {...button} />
    </form>
  )
}

/** Where an act is meant for, and where it returns to. */
export const placeOf = ({ mark, from }: Pick<Leading, 'mark' | 'from'>) => ({
  back: from,
  at: mark.item ?? '',
  stage: mark.stage ?? '',
})

type PanelProps = { id: string; label: string; main?: boolean; children: Child }

/** Something that opens above its button, in its place: native, so it works by keyboard and without script. */
export function Panel({ id, label, main, children }: PanelProps) {
  return (
    <details class="paneel" id={id}>
      <summary class={main ? 'knop' : 'knop stil'}>{label}</summary>
      <div class="paneelblad">{children}</div>
    </details>
  )
}
