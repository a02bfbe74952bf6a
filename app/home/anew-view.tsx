import type { Language } from '../kernel/language.ts'
import { PostButton } from '../ui/form.tsx'
import { todayText } from './today-text.ts'

/** At the foot of Vandaag: the demo school as on its first day, for everybody in it. */
export const DemoAnew = ({ language }: { language: Language }) => (
  <section class="mt">
    <PostButton kind="link" icon="undo" action="/demo/reset" describedBy="demo-anew">
      {todayText(language).demoAnew}
    </PostButton>
    <p class="noot" id="demo-anew">
      {todayText(language).demoAnewWhat}
    </p>
  </section>
)
