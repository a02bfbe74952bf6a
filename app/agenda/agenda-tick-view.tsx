import type { Language } from '../kernel/language.ts'
import { Check } from '../ui/choice.tsx'
import type { Tick } from './agenda-point-view.ts'
import { agendaText } from './agenda-text.ts'

/** One open point to tick, with its minutes, what it is for and why it is there. */
export function TickRow({ one, checked, language }: { one: Tick; checked: boolean; language: Language }) {
  const text = agendaText(language)
  const about = [text.minutesShort(one.minutes), text.purpose[one.purpose], one.note].filter(Boolean)
  return <Check name="point" value={one.key} label={one.title} note={about.join(' · ')} checked={checked} />
}
