import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { PageHead } from '../ui/head.tsx'
import { schoolPage } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { becauseInWords } from './school-text.ts'
import { takeVision } from './vision-desk.ts'
import type { VisionTrouble } from './vision-line-view.tsx'
import { readVision } from './vision-store.ts'
import { visionText } from './vision-text.ts'
import { VisionView } from './vision-view.tsx'

const PATH = '/vision'

async function page(c: Context<OnDesk>, trouble: VisionTrouble | null, notice: string | null) {
  const { actor, language, terms } = readerOf(c)
  const may = mayManageSchool(actor)
  const lines = await readVision(deskOf(c).db, actor)
  const text = visionText(language)
  return schoolPage(
    c,
    { title: text.title, here: 'plan', notice },
    <>
      <PageHead title={text.title} under={text.under} />
      <VisionView
        action={may.may ? PATH : null}
        because={may.may ? null : becauseInWords(may.because, language, terms)}
        {...{ language, lines, trouble }}
      />
    </>,
    trouble ? 422 : 200,
  )
}

/** /vision: the school's vision lines. */
export const visionPage = {
  get: (c: Context<OnDesk>) =>
    page(c, null, c.req.query('done') === 'saved' ? visionText(deskOf(c).language).saved : null),

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const trouble = await takeVision(c, form)
    if (trouble) return page(c, trouble, null)
    const line = parseId(form.get('line'))
    return c.redirect(`${PATH}?done=saved${line === null ? '' : `#line-${line}`}`, 303)
  },
}
