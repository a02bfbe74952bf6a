import { Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { anyOf, type HeavySheet, standInFirst } from './heavy-sheet-view.ts'
import { heavyText } from './heavy-text.ts'

/** 'Too heavy' on a phone: one line that stays in sight, with the same one tap as the whole piece further down. */
export function TooHeavyBar({ strip }: { strip: HeavySheet }) {
  const { call, coordinators, standIn, eyes } = strip
  const text = heavyText(eyes.language)
  if (call !== null || (coordinators.length === 0 && standIn === null))
    return (
      <p class="zwaarbalk">
        <a href="#zwaar">{call === null ? text.title : text.running}</a>
      </p>
    )
  const first = standInFirst(strip)
  const names = anyOf(
    coordinators.map(({ name }) => name),
    eyes.language,
  )
  return (
    <form action="/questions/heavy" method="post" class="zwaarbalk" aria-label={text.title}>
      <HiddenFields values={{ act: 'call', ...(strip.question !== null && { question: strip.question }) }} />
      <a href="#zwaar">{text.title}</a>
      <Button kind="quiet" name="to" value={first?.id ?? ''}>
        {text.askName(first?.name ?? names)}
      </Button>
    </form>
  )
}
