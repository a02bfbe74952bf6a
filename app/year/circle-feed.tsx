import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { circleImage } from './circle-image-view.tsx'
import { sheetFor, yearAt } from './year-desk.tsx'

/** /year/circle.svg: the circle as a picture for a newsletter, a wall or a plan on paper. */
export async function circleFeed(c: Context<OnDesk>) {
  const at = yearAt(c)
  const image = circleImage(await sheetFor(at))
  return c.body(image, 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-disposition': `attachment; filename="jaarcirkel-${at.schoolYear}.svg"`,
    'cache-control': 'no-store',
  })
}
