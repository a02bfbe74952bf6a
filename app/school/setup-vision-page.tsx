import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { PageHead } from '../ui/head.tsx'
import { typed } from './school-desk.tsx'
import { SETUP_PATHS, setterUp, setupPage } from './setup-desk.tsx'
import { setupText } from './setup-text.ts'
import { SetupVisionView, StepLinks } from './setup-view.tsx'
import { parseVision, type VisionLine, type VisionRefusal } from './vision.ts'
import { takeVision } from './vision-desk.ts'
import type { VisionTrouble } from './vision-line-view.tsx'
import { addVisionLines, readVision } from './vision-store.ts'
import { VisionView } from './vision-view.tsx'

async function page(
  c: Context<OnDesk>,
  written: string,
  refusal: VisionRefusal | null,
  trouble: VisionTrouble | null = null,
) {
  const { actor, language } = setterUp(c)
  const lines = await readVision(deskOf(c).db, actor)
  const text = setupText(language)
  const next = {
    href: SETUP_PATHS.lastYear,
    label: lines.length > 0 ? text.next : text.skip,
    goesOn: lines.length > 0,
  }
  const links = <StepLinks language={language} back={SETUP_PATHS.learningTeams} next={next} />
  const view =
    lines.length === 0 ? (
      <SetupVisionView language={language} written={written} refusal={refusal}>
        {links}
      </SetupVisionView>
    ) : (
      <Written lines={lines} trouble={trouble} language={language}>
        {links}
      </Written>
    )
  return setupPage(c, { step: 'vision', title: text.visionTitle }, view, refusal || trouble ? 422 : 200)
}

type WrittenProps = {
  lines: readonly VisionLine[]
  trouble: VisionTrouble | null
  language: 'nl' | 'en'
  children: unknown
}

/** The lines that are there, with their proposed short names to look at. */
function Written({ lines, trouble, language, children }: WrittenProps) {
  const text = setupText(language)
  return (
    <>
      <PageHead title={text.visionTitle} under={text.visionUnder} />
      <VisionView action={SETUP_PATHS.vision} language={language} lines={lines} trouble={trouble} />
      {children}
    </>
  )
}

/** /setup/vision: three to nine sentences at once, then one by one. */
export const setupVisionPage = {
  get: (c: Context<OnDesk>) => page(c, '', null),

  post: async (c: Context<OnDesk>) => {
    const { actor } = setterUp(c)
    const form = await c.req.formData()
    if (typed(form, 'act') !== 'all') {
      const trouble = await takeVision(c, form)
      return trouble ? page(c, '', null, trouble) : c.redirect(SETUP_PATHS.vision, 303)
    }
    const written = typed(form, 'vision')
    const { db, now } = deskOf(c)
    const lines = parseVision(written)
    const done = isRefusal(lines) ? lines : await addVisionLines(db, actor, lines, now)
    return isRefusal(done)
      ? page(c, written, { ...done, field: 'vision' })
      : c.redirect(SETUP_PATHS.vision, 303)
  },
}
