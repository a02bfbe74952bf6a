import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { SETUP_PATHS, setterUp, setupPage } from './setup-desk.tsx'
import { setupText } from './setup-text.ts'
import { SetupLastYearView, StepLinks } from './setup-view.tsx'

/** /setup/last-year: last year's plan, or an empty sheet. */
export const setupLastYearPage = {
  get: (c: Context<OnDesk>) => {
    const { language } = setterUp(c)
    return setupPage(
      c,
      { step: 'lastYear', title: setupText(language).lastTitle },
      <>
        <SetupLastYearView language={language} />
        <StepLinks language={language} back={SETUP_PATHS.vision} next={null} />
      </>,
    )
  },
}
