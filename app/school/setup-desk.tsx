import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Front } from '../ui/front.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { goodNews, mustMay } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { setupText } from './setup-text.ts'

/** The steps of the first set-up, in order, with their addresses. */
export const SETUP_STEPS = ['school', 'people', 'learningTeams', 'vision', 'lastYear'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export const SETUP_PATHS: Record<SetupStep, string> = {
  school: '/setup',
  people: '/setup/people',
  learningTeams: '/setup/learning-teams',
  vision: '/setup/vision',
  lastYear: '/setup/last-year',
}

type Frame = { readonly step: SetupStep; readonly title: string; readonly notice?: string | null }

/** One step of the set-up: a calm page with the steps above it. */
export function setupPage(
  c: Context<OnDesk>,
  { step, title, notice = null }: Frame,
  children: Child,
  status: 200 | 422 = 200,
) {
  const { language } = deskOf(c)
  const shell = shellFrom(deskOf(c), goodNews(notice))
  const text = setupText(language)
  const now = SETUP_STEPS.indexOf(step)
  const steps = SETUP_STEPS.map((name, place) => ({
    name: text[name],
    state: place < now ? ('done' as const) : place === now ? ('now' as const) : ('later' as const),
  }))
  return c.html(
    <Front shell={shell} title={title} wide withoutSignIn>
      <div class="school">
        <Stepper label={text.steps} steps={steps} language={language} />
        {children}
      </div>
    </Front>,
    status,
  )
}

/** Who sets up a school from the second step on: somebody of a real school who may manage it. */
export function setterUp(c: Context<OnDesk>) {
  const reader = readerOf(c)
  mustMay(mayManageSchool(reader.actor))
  return reader
}
