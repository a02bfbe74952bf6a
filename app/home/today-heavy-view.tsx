import type { HeavySheet } from '../question/heavy-sheet-view.ts'
import { heavyText } from '../question/heavy-text.ts'
import { HeavyStrip } from '../question/heavy-view.tsx'

/** Above everything: the own call that is open; else the way to the button, which is lower down. */
export const HeavyFirst = ({ heavy }: { heavy: HeavySheet }) =>
  heavy.call === null ? (
    <p class="naarzwaar">
      <a href="#zwaar">{heavyText(heavy.eyes.language).title}</a>
    </p>
  ) : (
    <HeavyStrip strip={heavy} />
  )

/** The button itself, below what waits; not twice when a call is open. */
export const HeavyLast = ({ heavy }: { heavy: HeavySheet }) =>
  heavy.call === null ? <HeavyStrip strip={heavy} /> : null
