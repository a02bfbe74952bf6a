import type { Course } from './word-in-course.ts'
import type { Hit } from './word-in-hits.ts'
import { isBlank, type Line, slice } from './word-in-lines.ts'

/** Gives every label of a line the text behind it, up to the next label. */
export function readHits(course: Course, line: Line, hits: readonly Hit[], boxed: boolean) {
  hits.forEach((hit, at) => {
    const value = slice(line, hit.end, hits[at + 1]?.start ?? line.text.length)
    const filling = course.label(hit.phrase, hit.label, value, boxed)
    filling.inline = !isBlank(value)
  })
}
